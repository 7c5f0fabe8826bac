import { jobOf, type MatchReason } from '@mantianxing/contracts';
import { JobQueue } from '@mantianxing/queue';
import { AmendScenario, WithdrawScenario } from '@mantianxing/scenario';
import { EmbeddingKeeper } from '../../../apps/matcher-worker/src/embedding/embedding-keeper';
import { NoEmbedder } from '../../../libs/matching/src/embedding/no-embedder';
import { OllamaEmbedder } from '../../../libs/matching/src/embedding/ollama-embedder';
import { OpenAiEmbedder } from '../../../libs/matching/src/embedding/openai-embedder';
import { MatcherWorker } from '../../../apps/matcher-worker/src/worker';
import { aCapability } from '../../support/builders/capability';
import { aFirm, aUnit } from '../../support/builders/organizations';
import { aScenario, COMPLETE_SCENARIO } from '../../support/builders/scenario';
import { openWorkingMarket, type WorkingMarket } from '../../support/builders/working-market';
import { waitUntil } from '../../support/wait-until';
import { startEmbeddingServer, type EmbeddingServer } from '../../support/embedding-server';

let server: EmbeddingServer;
let market: WorkingMarket;
afterEach(async () => {
  await market.close();
  await server.close();
});

async function openWith(Endpoint: typeof OpenAiEmbedder | typeof OllamaEmbedder | typeof NoEmbedder, model = 'm1'): Promise<void> {
  market = await openWorkingMarket(new Endpoint({ url: server.url, model, apiKey: '', restMs: 0 }));
}
beforeEach(async () => {
  server = await startEmbeddingServer();
});

interface Kept {
  kind: string;
  space: string;
  revision: number;
  digest: string;
  vector: string;
  dimensions: number;
}
const kept = () =>
  market.sql<Kept>(`select kind, space, revision, digest, encode(vector, 'base64') as vector, length(vector) / 4 as dimensions
                    from matching.embedding order by kind`);
async function suggestion(): Promise<{ score: number; version: string; likeness: MatchReason | undefined; sum: number }> {
  const [row] = await market.sql<{ score: number; score_version: string; reasons: MatchReason[] }>(
    // More are found than are kept open: those that lapsed keep the version they had.
    `select score, score_version, reasons from pairing.suggestion where status = 'OPEN' order by score desc, id`,
  );
  if (!row) throw new Error('no suggestion');
  const likeness = row.reasons.find(({ kind }) => kind === 'EMBEDDING');
  return { score: row.score, version: row.score_version, likeness, sum: row.reasons.reduce((sum, { contribution }) => sum + contribution, 0) };
}
const sent = () => server.requests.flatMap(({ body }) => body.input);

describe.each([['OpenAI', OpenAiEmbedder], ['Ollama', OllamaEmbedder]] as const)('an embedder that speaks as %s', (_name, Endpoint) => {
  it('has vectors stored beside the texts and adds its feature to the pair', async () => {
    await openWith(Endpoint);
    await aScenario(market).published();
    const { id: capabilityId } = await aCapability(market).published();
    const done = await market.work();
    expect(done.filter((name) => name === 'embed-entry')).toHaveLength(2);
    expect((await kept()).map(({ kind, dimensions }) => [kind, dimensions])).toEqual([['capability', 64], ['scenario', 64]]);
    const { score, version, likeness, sum } = await suggestion();
    expect(likeness).toMatchObject({ sentence: '整体内容相近（系统判断，请结合原文）', scenarioMarks: [], capabilityMarks: [] });
    expect(likeness?.contribution).toBeGreaterThan(0);
    expect(Math.abs(sum - score)).toBeLessThan(1e-9);
    expect(version).toMatch(/\/e1:(openai|ollama):m1$/);
    await market.sql('update pairing.suggestion set score = 0.5');
    await market.work([jobOf('match-capability', { eventId: 'the way back', capabilityId, revision: 1 })]);
    expect((await suggestion()).score).toBe(score);
  });
});

describe('the texts', () => {
  it('of contacts, of drafts and of internal scenarios never leave', async () => {
    await openWith(OpenAiEmbedder);
    const unit = await aUnit(market);
    await aScenario(market).of(unit).with({ title: '公开的充电监测' }).published();
    const inner = await aScenario(market).of(unit).with({ title: '内部的充电监测' }).published();
    // The gate lets no internal scenario through; the handlers must hold even where one got past it.
    await market.sql(`update scenario.scenario set visibility = 'INTERNAL' where id = $1`, [inner.id]);
    await aScenario(market).of(unit).with({ title: '草稿里的充电监测' }).draft();
    await aCapability(market).draft();
    await market.work([
      jobOf('embed-entry', { eventId: 'asked-for', kind: 'scenario', subjectId: inner.id, revision: 1 }),
      jobOf('embed-backlog', { eventId: 'asked-for', kind: 'capability', subjectId: 'capability' }),
    ]);
    const all = sent().join('\n');
    expect(sent()).toHaveLength(1);
    expect(all).toContain('公开的充电监测');
    for (const hidden of ['内部的', '草稿里的', '周敏', '13800001234', 'example.cn']) expect(all).not.toContain(hidden);
  });

  it('are sent again when they change, and not when something else does; a withdrawn one loses its vector', async () => {
    await openWith(OpenAiEmbedder);
    const unit = await aUnit(market);
    const { id, version } = await aScenario(market).of(unit).published();
    await market.work();
    const [first] = await kept();
    const content = { ...COMPLETE_SCENARIO, background: '辖区老旧小区电动自行车集中充电。' };
    const amended = await market.get(AmendScenario).execute(unit.member, id, { version, content });
    await market.work();
    expect(await kept()).toEqual([first]);
    const changed = await market.get(AmendScenario).execute(unit.member, id, { version: amended.version, content: { ...content, need: '对地下车库积水进行监测，15秒内告警到社区。' } });
    await market.work();
    const [second] = await kept();
    expect(second?.revision).toBeGreaterThan(first?.revision ?? 0);
    expect(second?.vector).not.toBe(first?.vector);
    expect(sent()).toHaveLength(2);
    await market.get(WithdrawScenario).execute(unit.member, id, changed.version, '需求调整');
    await market.work();
    expect(await kept()).toEqual([]);
  });
});

describe('an embedder that is away', () => {
  it.each(['hangs up', 401, 500] as const)('never stops matching, and its feature is added when it is back: %s', async (mood) => {
    await openWith(OpenAiEmbedder);
    if (mood === 'hangs up') server.mood = 'endless';
    else server.mood = mood;
    await aScenario(market).published();
    await aCapability(market).published();
    await market.work();
    expect(market.waiting().map(({ name }) => name)).toEqual(['embed-entry', 'embed-entry']);
    const without = await suggestion();
    expect(without).toMatchObject({ likeness: undefined });
    expect(without.version).not.toContain('e1');
    server.mood = 'well';
    await market.work();
    expect(market.waiting()).toEqual([]);
    const whole = await suggestion();
    expect(whole.likeness?.contribution).toBeGreaterThan(0);
    expect(whole.score).toBeGreaterThan(without.score);
  });

  it('leaves a changed text without the feature rather than with the vector of the old one', async () => {
    await openWith(OpenAiEmbedder);
    const unit = await aUnit(market);
    const { id, version } = await aScenario(market).of(unit).published();
    await aCapability(market).published();
    await market.work();
    expect((await suggestion()).likeness?.contribution).toBeGreaterThan(0);
    server.mood = 503;
    await market.get(AmendScenario).execute(unit.member, id, { version, content: { ...COMPLETE_SCENARIO, need: `${COMPLETE_SCENARIO.need}夜间也要告警。` } });
    await market.work();
    expect((await suggestion()).likeness).toBeUndefined();
  });
});

describe('the running worker', () => {
  it('comes to the feature by itself, from the queue', async () => {
    await openWith(OpenAiEmbedder);
    await aScenario(market).published();
    await aCapability(market).published();
    const worker = market.get(MatcherWorker);
    await worker.start();
    try {
      const scoredWithIt = () => market.sql(`select 1 from pairing.suggestion where score_version like '%/e1:openai:m1'`);
      await waitUntil(async () => (await scoredWithIt()).length > 0, { timeoutMs: 60_000, what: 'the pair to be scored with likeness' });
      expect(server.requests.length).toBeGreaterThanOrEqual(2);
    } finally {
      await worker.stop();
    }
  });
});

describe('an embedder newly configured', () => {
  it('has what is published embedded in batches, then every open scenario matched again; another model likewise', async () => {
    await openWith(NoEmbedder);
    const firm = await aFirm(market);
    await aScenario(market).published();
    for (let i = 0; i < 40; i += 1) await aCapability(market).of(firm).with({ name: `视频烟火识别平台${i}` }).published();
    expect((await market.work()).filter((name) => name.startsWith('embed'))).toEqual([]);
    expect(await market.get(EmbeddingKeeper).look()).toBe(false);
    expect((await suggestion()).likeness).toBeUndefined();
    expect(sent()).toEqual([]);
    for (const model of ['m1', 'm2']) {
      const later = await openWorkingMarket(new OpenAiEmbedder({ url: server.url, model, apiKey: '', restMs: 0 }), market);
      // Nobody works the queue here: the job asked for first still waits, and is enough.
      expect(await later.get(EmbeddingKeeper).look()).toBe(model === 'm1');
      expect((await later.get(JobQueue).counts()).embedding.waiting).toBe(1);
      server.requests.length = 0;
      const done = await later.work([jobOf('embed-backlog', { eventId: model, kind: 'capability', subjectId: 'capability' })]);
      // Beside them reviewers are told of what was matched before.
      expect(done.filter((name) => name !== 'notify')).toEqual([...Array<string>(3).fill('embed-backlog'), 'match-scenario']);
      expect(server.requests.map(({ body }) => [body.model, body.input.length])).toEqual([[model, 32], [model, 8], [model, 1]]);
      expect(await suggestion()).toMatchObject({ version: expect.stringMatching(`/e1:openai:${model}$`), likeness: expect.anything() });
      expect((await kept()).filter(({ space }) => space === `openai:${model}`)).toHaveLength(41);
      later.clock.goTo('2026-11-24T02:00:00Z');
      expect(await later.get(EmbeddingKeeper).look()).toBe(false);
      await later.close();
    }
  });
});
