import {
  CAPABILITY_DUE,
  CAPABILITY_TRANSITIONS,
  capabilityAfter,
  type CapabilityEvent,
  type CapabilityStatus,
} from './capability-status';

const STATES: CapabilityStatus[] = ['DRAFT', 'PUBLISHED', 'PAUSED', 'STALE', 'RETIRED', 'DISCARDED'];

describe('the machine of a capability', () => {
  it('reaches every state', () => {
    const seen = new Set<CapabilityStatus>(['DRAFT']);
    for (let size = 0; size !== seen.size;) {
      size = seen.size;
      for (const { from, to } of CAPABILITY_TRANSITIONS) {
        if (to !== '=' && from.some((state) => seen.has(state))) seen.add(to);
      }
    }
    expect([...seen].sort()).toEqual([...STATES].sort());
  });

  it('leaves every state but the two at the end', () => {
    const left = STATES.filter((state) =>
      CAPABILITY_TRANSITIONS.some(({ from, to }) => to !== '=' && from.includes(state)),
    );
    expect(left).toEqual(['DRAFT', 'PUBLISHED', 'PAUSED', 'STALE']);
  });

  it('waits for the firm in open states only', () => {
    expect(Object.keys(CAPABILITY_DUE)).toEqual(['DRAFT', 'PUBLISHED']);
  });

  it.each<[CapabilityStatus, CapabilityEvent]>([
    ['PUBLISHED', 'publish'],
    ['DRAFT', 'pause'],
    ['RETIRED', 'resume'],
    ['PUBLISHED', 'discard'],
    ['DISCARDED', 'publish'],
    ['PUBLISHED', 'amend'],
  ])('does not allow in %s the step %s', (status, event) => {
    expect(capabilityAfter(status, event)).toBeUndefined();
  });
});
