import { timesOf } from './delivery-words';

const at = (hour: number) => `2026-11-23T0${hour}:00:00.000Z`;

describe('the moments of a delivery', () => {
  it('tell when one that waits will go, and nothing of a next try once it is sent', () => {
    const row = { createdAt: at(1), dueAt: at(2), sentAt: null, openedAt: null };
    expect(timesOf({ ...row, state: 'HELD' })).toEqual([['生成', at(1)], ['预计发出', at(2)]]);
    expect(timesOf({ ...row, state: 'SENT', sentAt: at(3) })).toEqual([['生成', at(1)], ['发出', at(3)]]);
  });

  it('end with the opening', () => {
    const row = { state: 'OPENED' as const, createdAt: at(1), dueAt: null, sentAt: at(2), openedAt: at(4) };
    expect(timesOf(row).at(-1)).toEqual(['打开', at(4)]);
  });
});
