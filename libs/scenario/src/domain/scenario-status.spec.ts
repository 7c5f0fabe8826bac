import {
  SCENARIO_DUE,
  SCENARIO_TRANSITIONS,
  scenarioAfter,
  type ScenarioEvent,
  type ScenarioStatus,
} from './scenario-status';

const STATES: ScenarioStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'PUBLISHED',
  'IN_TALKS',
  'EXPIRED',
  'NOT_LANDED',
  'WITHDRAWN',
  'DISCARDED',
];
const FINAL: ScenarioStatus[] = ['DISCARDED'];

function reachable(): Set<ScenarioStatus> {
  const seen = new Set<ScenarioStatus>(['DRAFT']);
  for (let size = 0; size !== seen.size;) {
    size = seen.size;
    for (const { from, to } of SCENARIO_TRANSITIONS) {
      if (to !== '=' && from.some((state) => seen.has(state))) seen.add(to);
    }
  }
  return seen;
}

describe('the machine of a scenario', () => {
  it('reaches every state', () => {
    expect([...reachable()].sort()).toEqual([...STATES].sort());
  });

  it('leaves every state that is not final', () => {
    const left = STATES.filter((state) =>
      SCENARIO_TRANSITIONS.some(({ from, to }) => to !== '=' && from.includes(state)),
    );
    expect(left.sort()).toEqual(STATES.filter((state) => !FINAL.includes(state)).sort());
  });

  it('has exactly one way into PUBLISHED, by the coordinator, from APPROVED; the machine only brings back what was there', () => {
    const ways = SCENARIO_TRANSITIONS.filter(({ to }) => to === 'PUBLISHED');
    expect(ways.map(({ event, from, who }) => [event, from, who])).toEqual([
      ['publish', ['APPROVED'], ['C']],
      ['disengage', ['IN_TALKS'], ['S']],
    ]);
    expect(SCENARIO_TRANSITIONS.filter(({ to }) => to === 'IN_TALKS').map(({ from }) => from)).toEqual([['PUBLISHED']]);
    expect(SCENARIO_TRANSITIONS.filter(({ to }) => to === 'APPROVED').map(({ from }) => from)).toEqual([
      ['SUBMITTED'],
    ]);
  });

  it('names an owner for each open state and none for a resting one', () => {
    const open = STATES.filter((state) => SCENARIO_DUE[state]);
    expect(open).toEqual(['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'IN_TALKS']);
  });

  it.each<[ScenarioStatus, ScenarioEvent]>([
    ['DRAFT', 'publish'],
    ['SUBMITTED', 'publish'],
    ['PUBLISHED', 'publish'],
    ['PUBLISHED', 'amend'],
    ['SUBMITTED', 'amend'],
    ['APPROVED', 'amend'],
    ['SUBMITTED', 'withdraw'],
    ['DISCARDED', 'redraft'],
    ['WITHDRAWN', 'submit'],
  ])('does not allow in %s the step %s', (status, event) => {
    expect(scenarioAfter(status, event)).toBeUndefined();
  });

  it('keeps the state where the table says so', () => {
    expect(scenarioAfter('IN_TALKS', 'revise')).toBe('IN_TALKS');
    expect(scenarioAfter('RETURNED', 'amend')).toBe('RETURNED');
  });
});
