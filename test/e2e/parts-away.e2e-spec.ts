import type { SystemStatusView } from '@mantianxing/contracts';
import { aFireSafetyNeed } from '../support/builders/scenario-content';
import { freePort } from '../support/free-port';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { PortalClient } from '../support/portal-client';
import { startRedis, type TestRedis } from '../support/redis';
import { describeWith } from '../support/servers';
import { publishScenario, suggestionsOf, untilSuggested } from '../support/stories/publish-scenario';
import { waitUntil } from '../support/wait-until';
import { startWholeStack, type WholeStack } from '../support/whole-stack';

const statusOf = (stack: WholeStack) => new PortalClient(stack.url).get<SystemStatusView>('/api/status');
/** Which parts are away is told to staff only. */
const partsOf = async (stack: WholeStack) => (await (await stack.as('coordinator')).get<SystemStatusView>('/api/status')).parts;
const settled = (stack: WholeStack) =>
  waitUntil(async () => (await statusOf(stack)).matching === 'current', {
    timeoutMs: 60_000,
    what: 'matching to be current',
    everyMs: 200,
  });

describe('when the worker is killed', () => {
  let stack: WholeStack;
  beforeAll(async () => {
    stack = await startWholeStack();
  });
  afterAll(() => stack?.stop());

  it('goes on taking scenarios, says that matching waits, and catches up by itself afterwards', async () => {
    await settled(stack);
    await stack.kill('matcher-worker');
    const scenario = await publishScenario(stack, aFireSafetyNeed('匹配服务停止时发布的场景'));
    const { matching } = await waitUntil(
      async () => {
        const status = await statusOf(stack);
        return status.matching !== 'current' && status;
      },
      { timeoutMs: 20_000, what: 'the portal to say that matching waits', everyMs: 200 },
    );
    expect(['catching-up', 'stopped']).toContain(matching);
    const matchmaker = await stack.as('matchmaker');
    expect(await suggestionsOf(matchmaker, scenario.id)).toEqual([]);
    await stack.start('matcher-worker');
    expect((await untilSuggested(matchmaker, scenario.id)).length).toBeGreaterThan(0);
    await settled(stack);
  });
});

describeWith.redis('when Redis is away', () => {
  let stack: WholeStack;
  let redis: TestRedis | undefined;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(port);
    stack = await startWholeStack({ redisUrl: redis?.url });
  });
  afterAll(async () => {
    await stack?.stop();
    await redis?.stop();
  });

  it('goes on taking scenarios and matches them when an empty Redis comes back', async () => {
    await settled(stack);
    await redis?.stop();
    const scenario = await publishScenario(stack, aFireSafetyNeed('队列停止时发布的场景'));
    await waitUntil(async () => (await partsOf(stack)).some(({ name, up }) => name === 'queue' && !up), {
      timeoutMs: 20_000,
      what: 'the portal to say that the queue is away',
      everyMs: 200,
    });
    redis = await startRedis(port);
    expect((await untilSuggested(await stack.as('matchmaker'), scenario.id)).length).toBeGreaterThan(0);
  });
});

describeWith.meilisearch('when Meilisearch is away', () => {
  let stack: WholeStack;
  let engine: TestMeilisearch | undefined;
  let address: { port: number; masterKey: string };
  beforeAll(async () => {
    address = { port: await freePort(), masterKey: 'k'.repeat(32) };
    engine = await startMeilisearch(address);
    stack = await startWholeStack({ meiliUrl: engine?.url, meiliKey: engine?.masterKey });
  });
  afterAll(async () => {
    await stack?.stop();
    await engine?.stop();
  });

  it('goes on taking scenarios, searches titles meanwhile, and matches when the engine returns with nothing in it', async () => {
    await settled(stack);
    await engine?.stop();
    const scenario = await publishScenario(stack, aFireSafetyNeed('检索停止时发布的场景'));
    const { body } = await new PortalClient(stack.url).send<string>('GET', `/scenarios?q=${encodeURIComponent('检索停止')}`);
    expect(body).toContain('暂按标题查找');
    expect(body).toContain('检索停止时发布的场景');
    engine = await startMeilisearch(address);
    expect((await untilSuggested(await stack.as('matchmaker'), scenario.id)).length).toBeGreaterThan(0);
  });
});
