import type { GateElementView } from '@mantianxing/contracts';
import {
  gatePasses,
  NEW_SCENARIO,
  SCENARIO_FIELDS,
  SCENARIO_SECTIONS,
  specOfProblem,
} from './scenario-fields';

const gate: GateElementView[] = [
  { element: 'BOUNDARY', label: '边界清晰', passed: true, missing: [] },
  {
    element: 'UNITS',
    label: '责任单位',
    passed: false,
    missing: [{ field: 'units', message: '请填写牵头单位和责任单位' }],
  },
];

describe('the scenario form', () => {
  it('has every field once, each in a section of the task list', () => {
    const names = SCENARIO_FIELDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(SCENARIO_FIELDS.every(({ section }) => SCENARIO_SECTIONS.some((name) => name === section))).toBe(
      true,
    );
    expect(names).toEqual(expect.arrayContaining(Object.keys(NEW_SCENARIO)));
  });
  it('leads from a problem to its field, however the problem is named', () => {
    expect(specOfProblem('content.contactEmail', gate)?.name).toBe('contactEmail');
    expect(specOfProblem('gate.boundary', gate)?.name).toBe('inScope');
    expect(specOfProblem('units', gate)?.section).toBe('业主与责任');
    expect(specOfProblem('nothing', gate)).toBeUndefined();
  });
  it('calls a section open while one of its gate elements is', () => {
    expect(gatePasses('边界', gate)).toBe(true);
    expect(gatePasses('业主与责任', gate)).toBe(false);
  });
});
