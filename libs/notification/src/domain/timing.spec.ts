import { MESSAGE_KINDS } from '@mantianxing/contracts';
import { modeFor, nextDigest, quietHours, quietUntil, type TimingRules } from './timing';

const RULES: TimingRules = { quiet: { from: 1200, to: 480 }, digestAt: 540, atOnce: false };
const shanghai = (text: string): Date => new Date(`${text}+08:00`);
const monday = '2026-11-23';
/** Monday to Friday. */
const weekdays = async (day: string): Promise<string> => {
  for (let next = new Date(`${day}T00:00:00Z`); ; ) {
    next = new Date(next.getTime() + 86_400_000);
    if (next.getUTCDay() % 6 !== 0) return next.toISOString().slice(0, 10);
  }
};

describe('the quiet hours', () => {
  it.each([
    ['19:59:59', null],
    ['20:00:00', '2026-11-24T08:00:00'],
    ['23:59:59', '2026-11-24T08:00:00'],
  ])('begin at eight in the evening: at %s', (time, end) => {
    expect(quietUntil(shanghai(`${monday}T${time}`), RULES)).toEqual(end && shanghai(end));
  });

  it.each([
    ['00:00:00', `${monday}T08:00:00`],
    ['07:59:59', `${monday}T08:00:00`],
    ['08:00:00', null],
  ])('end at eight in the morning: at %s', (time, end) => {
    expect(quietUntil(shanghai(`${monday}T${time}`), RULES)).toEqual(end && shanghai(end));
  });

  it('hold on weekends and in summer as on any day', () => {
    expect(quietUntil(shanghai('2026-07-04T21:00:00'), RULES)).toEqual(shanghai('2026-07-05T08:00:00'));
  });

  it('keep nobody from a message about the account’s security', () => {
    expect(quietUntil(shanghai(`${monday}T23:00:00`), RULES, 'SECURITY')).toBeNull();
    expect(quietUntil(shanghai(`${monday}T23:00:00`), RULES, 'CONSENT')).not.toBeNull();
  });

  it('may lie within a day, or not be at all', () => {
    const noon = { ...RULES, quiet: quietHours('12:00-14:00') };
    expect(quietUntil(shanghai(`${monday}T13:00:00`), noon)).toEqual(shanghai(`${monday}T14:00:00`));
    expect(quietUntil(shanghai(`${monday}T21:00:00`), noon)).toBeNull();
    expect([quietHours('none'), quietHours('08:00-08:00')]).toEqual([null, null]);
  });
});

describe('the next digest', () => {
  it.each([
    ['on the morning itself', `${monday}T08:59:59`, monday],
    ['once the hour has struck, the next working day', `${monday}T09:00:00`, '2026-11-24'],
    ['over a weekend, Monday', '2026-11-27T16:00:00', '2026-11-30'],
    ['on a Sunday before nine, Monday too', '2026-11-29T07:00:00', '2026-11-30'],
  ])('goes out %s', async (_, now, day) => {
    expect(await nextDigest(shanghai(now), RULES, weekdays)).toEqual({ day, at: shanghai(`${day}T09:00:00`) });
  });
});

describe('how somebody wants a kind of message', () => {
  it('is by default at once for what waits for this person, and the digest for news', () => {
    const modes = Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, modeFor(kind, undefined, RULES)]));
    expect(modes).toEqual({
      ...{ SECURITY: 'AT_ONCE', CONSENT: 'AT_ONCE', TASK: 'AT_ONCE', INTRODUCTION: 'AT_ONCE' },
      ...{ SUGGESTION: 'DIGEST', PROGRESS: 'DIGEST', NEWS: 'DIGEST' },
    });
  });

  it('is what was chosen, where everything comes at once too', () => {
    const atOnce = { ...RULES, atOnce: true };
    expect([modeFor('NEWS', undefined, atOnce), modeFor('NEWS', 'DIGEST', atOnce), modeFor('TASK', 'OFF', RULES)]).toEqual(['AT_ONCE', 'DIGEST', 'OFF']);
  });

  it('cannot be off for what may not be missed, whatever a row says', () => {
    expect([modeFor('SECURITY', 'OFF', RULES), modeFor('CONSENT', 'DIGEST', RULES)]).toEqual(['AT_ONCE', 'AT_ONCE']);
  });
});
