import { NO_TALKS, stepFromTalks, type Talks } from './talks';

const AHEAD = { deadline: '2026-12-31', shutAt: null };
const OVER = { deadline: '2026-11-22', shutAt: null };
const asked: Talks = { open: 1, introduced: 0 };
const met: Talks = { open: 2, introduced: 1 };
const step = (status: 'PUBLISHED' | 'IN_TALKS' | 'WITHDRAWN', when: { deadline: string | null; shutAt: Date | null }, talks: Talks) =>
  stepFromTalks({ status, ...when }, talks, '2026-11-23');

describe('where its pairings and its deadline want an entry', () => {
  it('follows the first introduction and the last end', () => {
    expect([step('PUBLISHED', AHEAD, asked), step('PUBLISHED', AHEAD, met)]).toEqual([undefined, 'engage']);
    expect([step('IN_TALKS', AHEAD, asked), step('IN_TALKS', AHEAD, NO_TALKS)]).toEqual([undefined, 'disengage']);
  });

  it('shuts with the deadline while something is open, once', () => {
    expect([step('PUBLISHED', OVER, asked), step('IN_TALKS', OVER, met)]).toEqual(['shut', 'shut']);
    expect(step('IN_TALKS', { ...OVER, shutAt: new Date() }, met)).toBeUndefined();
  });

  it('ends when the deadline is over and nothing is open: expired where nobody met, not landed where somebody did', () => {
    expect([step('PUBLISHED', OVER, NO_TALKS), step('IN_TALKS', OVER, NO_TALKS)]).toEqual(['expire', 'conclude']);
    expect(step('IN_TALKS', { ...OVER, shutAt: new Date() }, NO_TALKS)).toBe('conclude');
  });

  it('has the whole last day, and no end without a deadline', () => {
    expect(step('PUBLISHED', { deadline: '2026-11-23', shutAt: null }, NO_TALKS)).toBeUndefined();
    expect(step('PUBLISHED', { deadline: null, shutAt: null }, NO_TALKS)).toBeUndefined();
  });

  it('leaves what has left alone', () => {
    expect([step('WITHDRAWN', OVER, NO_TALKS), step('WITHDRAWN', AHEAD, met)]).toEqual([undefined, undefined]);
  });
});
