import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { jobOf, UnavailableError } from '@mantianxing/contracts';
import { BullmqJobQueue, queueBackend } from '@mantianxing/queue';
import { freePort } from '../../support/free-port';
import { describeWith } from '../../support/servers';
import { waitUntil } from '../../support/wait-until';

const job = () => jobOf('index-scenario', { eventId: randomUUID(), scenarioId: randomUUID(), revision: 1 });

/** A way to the Redis of `url` that breaks where a connection asks a second time what server this is: first the client does, then BullMQ. */
async function breakingWay(url: string): Promise<{ server: Server; mend(): void }> {
  const { hostname, port } = new URL(url);
  let isBroken = true;
  const server = createServer((client) => {
    const redis = connect(Number(port), hostname);
    const cut = () => [client, redis].forEach((socket) => socket.destroy());
    let asked = 0;
    client.on('error', cut).on('close', cut);
    redis.on('error', cut).on('close', cut);
    redis.pipe(client);
    client.on('data', (bytes) => {
      if (/\binfo\b/i.test(bytes.toString('latin1')) && (asked += 1) === 2 && isBroken) return cut();
      redis.write(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, mend: () => (isBroken = false) };
}

// ioredis gives a socket two seconds to end by itself: without the wait this process would end with them open.
afterAll(() => new Promise((ended) => setTimeout(ended, 2_200)));

describe('a Redis that has never answered', () => {
  it('is said to be away, and lets the process end', async () => {
    const jobs = new BullmqJobQueue(queueBackend({ redisUrl: `redis://127.0.0.1:${await freePort()}`, databaseUrl: '' }));
    await expect(jobs.add([job()])).rejects.toThrow(UnavailableError);
    await expect(jobs.ping()).rejects.toThrow(UnavailableError);
    await jobs.close();
  });
});

describeWith.redis('a Redis whose first connection breaks', (redis) => {
  it('is used as soon as it answers', async () => {
    const way = await breakingWay(redis.url);
    const { port } = way.server.address() as AddressInfo;
    const jobs = new BullmqJobQueue(
      queueBackend({ redisUrl: `redis://127.0.0.1:${port}`, databaseUrl: '', namespace: `q_${randomUUID()}` }),
    );
    const added = () => jobs.add([job()]).then(() => true, () => false);
    expect(await added()).toBe(false);
    way.mend();
    await waitUntil(added, { timeoutMs: 20_000, what: 'an accepted job' });
    await jobs.close();
    await new Promise((closed) => way.server.close(closed));
  });
});
