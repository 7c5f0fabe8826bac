import { Refusal } from '../api/client';
import { doubtIn, placeOf } from './duplicates';

const duplicate = { id: '7', name: '烟感告警平台', percent: 93, organizationName: '山城安联' };

describe('a refusal that asks about duplicates', () => {
  it('is told from every other refusal', () => {
    const problem = { code: 'NEAR_DUPLICATE', message: '请确认不是重复。', problems: [] };
    const facts = { duplicates: [duplicate], hidden: 1 };
    expect(doubtIn(new Refusal(409, { ...problem, facts }))).toEqual({
      message: '请确认不是重复。',
      ...facts,
    });
    expect(doubtIn(new Refusal(409, problem))).toMatchObject({ duplicates: [], hidden: 0 });
    expect(doubtIn(new Refusal(409, { ...problem, code: 'SCENARIO_CONFLICT' }))).toBeNull();
    expect(doubtIn(new Error('NEAR_DUPLICATE'))).toBeNull();
  });

  it('leads to one’s own entry where it is written and to another’s public page', () => {
    expect(placeOf(duplicate, [{ organizationName: '山城安联' }], 'capabilities')).toBe(
      '/firm/capabilities/7/edit',
    );
    expect(placeOf(duplicate, [{ organizationName: '区应急局' }], 'scenarios')).toBe('/scenarios/7');
  });
});
