import { MemorySignInAttempts } from './memory-sign-in-attempts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22) + seconds * 1000);

describe('tries to sign in', () => {
  let attempts: MemorySignInAttempts;
  const begin = (seconds: number, address = '10.0.0.1', login = 'chen') => attempts.begin(login, address, at(seconds));
  beforeEach(() => (attempts = new MemorySignInAttempts()));

  it('pass freely five times, then wait 30 seconds', async () => {
    for (let n = 1; n <= 5; n += 1) expect(await begin(n)).toEqual({ waitMs: 0, failures: n });
    expect((await begin(6)).waitMs).toBe(29_000);
    expect(await begin(35)).toEqual({ waitMs: 0, failures: 6 });
  });

  it('wait twice as long after each further one, and never more than a quarter of an hour', async () => {
    let now = 0;
    const waits: number[] = [];
    for (let n = 0; n < 13; n += 1) {
      await begin(now);
      const { waitMs } = await begin(now);
      waits.push(waitMs / 1000);
      now += waitMs / 1000;
    }
    expect(waits).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900, 900]);
  });

  it('are not made longer by trying while waiting', async () => {
    for (let n = 0; n < 5; n += 1) await begin(0);
    for (let n = 1; n < 20; n += 1) await begin(n);
    expect((await begin(30)).waitMs).toBe(0);
  });

  it('from one address do not slow down another address', async () => {
    for (let n = 0; n < 9; n += 1) await begin(0, '203.0.113.9');
    expect(await begin(0, '10.0.0.1')).toEqual({ waitMs: 0, failures: 1 });
  });

  it('are forgotten after a success, and after a quiet hour', async () => {
    for (let n = 0; n < 4; n += 1) await begin(0);
    await attempts.succeeded('chen', '10.0.0.1');
    expect((await begin(1)).failures).toBe(1);
    expect((await begin(1 + 3601)).failures).toBe(1);
  });

  it('made at the same moment are all counted', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => begin(0)));
    expect(all.filter(({ waitMs }) => waitMs === 0)).toHaveLength(5);
  });
});
