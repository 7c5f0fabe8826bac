import { Client } from 'pg';
import { startRedis } from '../support/redis';
import { describeWith } from '../support/servers';
import { waitUntil } from '../support/wait-until';

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as T;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL of a test run', () => {
  const url = `${process.env.TEST_PG}/postgres`;

  it('speaks UTF-8 in a locale in which Chinese has trigrams', async () => {
    const { encoding } = await ask<{ encoding: string }>(url, `select pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'postgres'`);
    expect(encoding).toBe('UTF8');
    await ask(url, 'create extension if not exists pg_trgm');
    const { likeness } = await ask<{ likeness: number }>(url, `select similarity('独居老人', '独居老人关爱') as likeness`);
    expect(likeness).toBeGreaterThan(0);
  });

  it('listens on loopback only', async () => {
    expect(await ask(url, 'show listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' });
  });

  it('refuses a wrong password', async () => {
    await expect(ask(url.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
  });
});

describe('waiting', () => {
  it('ends with an error that names what did not come', async () => {
    await expect(waitUntil(() => false, { timeoutMs: 30, what: 'the moon' })).rejects.toThrow(/the moon, in vain/);
  });

  it('returns the first answer that is not empty', async () => {
    let asked = 0;
    expect(await waitUntil(() => (++asked > 2 ? asked : 0), { timeoutMs: 2000, what: 'a third question' })).toBe(3);
  });
});

describeWith.redis('the Redis of a test run', (redis) => {
  it('has an address', () => expect(redis.url).toMatch(/^redis:\/\/127\.0\.0\.1:\d+$/));

  it('can be started a second time for a fault test, and ends', async () => {
    const own = await startRedis();
    expect(own?.url).not.toBe(redis.url);
    await own?.stop();
    expect(() => process.kill(own?.pid as number, 0)).toThrow(/ESRCH/);
  });
});
