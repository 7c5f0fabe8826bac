import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { jobOf } from '@mantianxing/contracts';
import { BullmqJobQueue, queueBackend } from '@mantianxing/queue';
import { startWholeStack, type AppName, type WholeStack } from '../support/whole-stack';
import { waitUntil } from '../support/wait-until';

interface Tally {
  answered: number;
  /** Never taken: nobody listened any more. */
  refused: number;
  /** Sent over a connection that had been taken, and cut off without an answer. */
  cut: string[];
  serverErrors: number;
}

/** People on `connections` kept-alive connections who ask again as soon as they are answered, until told to stop. */
function crowd(url: string, connections: number) {
  const tally: Tally = { answered: 0, refused: 0, cut: [], serverErrors: 0 };
  let over = false;
  const person = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!over && (await ask(url, agent, tally)));
    agent.destroy();
  };
  const all = Promise.all(Array.from({ length: connections }, person));
  return { tally, end: async () => ((over = true), await all, tally) };
}

/** False once nobody listens any more. */
function ask(url: string, agent: Agent, tally: Tally): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(url, { agent }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        tally.answered += 1;
        if ((answer.statusCode ?? 0) >= 500) tally.serverErrors += 1;
        resolve(true);
      });
      answer.once('error', (error) => (tally.cut.push(error.message), resolve(false)));
    });
    asked.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') tally.refused += 1;
      else tally.cut.push(`${error.code} ${error.message}`);
      resolve(false);
    });
    asked.end();
  });
}

const LIMIT_MS = 10_000;
/** A page that reads the database, for each app. */
const PATHS: Record<AppName, [port: 'PUBLISHING_PORT' | 'DIRECTORY_PORT' | 'WORKER_PORT' | 'PORTAL_PORT', path: string]> = {
  'scenario-publishing': ['PUBLISHING_PORT', '/api/scenarios'],
  'capability-directory': ['DIRECTORY_PORT', '/api/capabilities'],
  'matcher-worker': ['WORKER_PORT', '/health/live'],
  'web-portal': ['PORTAL_PORT', '/scenarios'],
};

describe('a process that is asked to stop under load', () => {
  let stack: WholeStack;
  beforeAll(async () => {
    stack = await startWholeStack();
  });
  afterAll(() => stack?.stop());

  it.each(Object.keys(PATHS) as AppName[])('answers every request it has taken and is gone within ten seconds: %s', async (app) => {
    const [port, path] = PATHS[app];
    const { tally, end } = crowd(stack.at(port, path), 20);
    await waitUntil(() => tally.answered > 200, { timeoutMs: 60_000, what: 'the crowd to be under way' });
    const { code, tookMs } = await stack.end(app);
    const { cut, refused, serverErrors } = await end();
    await stack.start(app);
    expect({ code, cut, serverErrors }).toEqual({ code: 0, cut: [], serverErrors: 0 });
    expect(refused).toBe(20);
    expect(tookMs).toBeLessThanOrEqual(LIMIT_MS);
  });

  it('leaves no job half done: what the worker was at is finished or waits again', async () => {
    const jobs = new BullmqJobQueue(queueBackend({ databaseUrl: stack.databaseUrl }));
    await jobs.add(Array.from({ length: 150 }, () => jobOf('rebuild-index', { eventId: randomUUID() })));
    await waitUntil(async () => (await jobs.counts()).indexing.active > 0, { timeoutMs: 30_000, what: 'a rebuild to begin', everyMs: 20 });
    expect((await stack.end('matcher-worker')).code).toBe(0);
    const { active, waiting, delayed, failed } = (await jobs.counts()).indexing;
    expect({ active, failed, left: waiting + delayed > 0 }).toEqual({ active: 0, failed: 0, left: true });
    await stack.start('matcher-worker');
    await waitUntil(
      async () => Object.values((await jobs.counts()).indexing).every((count) => count === 0),
      { timeoutMs: 120_000, what: 'the rest to be worked off', everyMs: 100 },
    );
    await jobs.close();
  });
});
