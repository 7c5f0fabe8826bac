import type { InboxView, SuggestionView } from '@mantianxing/contracts';
import { aFireSafetyNeed } from '../support/builders/scenario-content';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { PortalClient } from '../support/portal-client';
import { describeWith } from '../support/servers';
import { publishScenario, suggestionsOf, untilSuggested } from '../support/stories/publish-scenario';
import { waitUntil } from '../support/wait-until';
import { startWholeStack, type StackChoice, type WholeStack } from '../support/whole-stack';

/** From publish to both sides told, with whatever parts the configuration names. */
function journey(choice: () => StackChoice): void {
  let stack: WholeStack;
  let matchmaker: PortalClient;
  beforeAll(async () => {
    stack = await startWholeStack(choice());
    matchmaker = await stack.as('matchmaker');
  });
  afterAll(() => stack?.stop());

  it('brings a published scenario to explained suggestions, and an approval to both sides once', async () => {
    const scenario = await publishScenario(stack, aFireSafetyNeed('沿街小餐馆与群租房火情早发现'));
    const rows = await untilSuggested(matchmaker, scenario.id);
    const best = rows.find(({ band }) => band === 'RECOMMENDED') ?? rows[0];
    const detail = await matchmaker.get<SuggestionView>(`/api/suggestions/${best?.id}`);
    expectWordsToStandInBothTexts(detail);
    const sum = detail.reasons.reduce((total, { contribution }) => total + contribution, 0);
    expect(Math.round(sum * 100)).toBe(detail.row.score);

    const note = detail.row.toVerify.length > 0 ? '已电话核实' : undefined;
    await matchmaker.post(`/api/suggestions/${best?.id}/approve`, { version: detail.row.version, note });
    const told = () => stack.mailBox.mails.filter(({ subject }) => subject?.includes('沿街小餐馆'));
    const department = await stack.as('emergency');
    const heard = await waitUntil(
      async () => {
        const { items } = await department.get<InboxView>('/api/inbox');
        const mine = items.filter(({ body }) => body.includes(detail.capability.name));
        return mine.length > 0 && mine;
      },
      { timeoutMs: 20_000, what: 'the department to be told' },
    );
    await waitUntil(() => told().some(({ to }) => to?.[0]?.address?.includes('emergency') === false), {
      timeoutMs: 20_000,
      what: 'the mail to the firm',
    });
    expect(heard).toHaveLength(1);
    for (const mail of told()) expect(`${mail.text}${mail.html}`).not.toMatch(/023-60|(?<![\da-f])1[3-9]\d{9}(?![\da-f])|zhoumin@/);
    const keys = told().map(({ to, subject }) => `${to?.[0]?.address} ${subject}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes a changed capability to the open scenarios, and lets a withdrawn scenario leave with its suggestions', async () => {
    const scenario = await publishScenario(stack, aFireSafetyNeed('养老机构夜间火情早发现'));
    await untilSuggested(matchmaker, scenario.id);
    const firm = await stack.as('liheng');
    const content = {
      kind: 'PRODUCT',
      name: '独立式感烟火灾探测报警云平台',
      summary: '联网烟感与视频烟火识别一体，起火一分钟内电话、短信、平台三路告警。',
      description: '面向小餐馆、群租房、养老机构的火灾隐患早期发现，接入网格员与微型消防站，支持远程查看现场。',
      technologyTags: ['物联网', '视频识别'],
      sectors: ['应急消防'],
    };
    const draft = await firm.post<{ id: string; version: number }>('/api/capabilities', { content });
    await firm.post(`/api/capabilities/${draft.id}/publish`, { version: draft.version });
    await waitUntil(
      async () => (await suggestionsOf(matchmaker, scenario.id)).some(({ capabilityId }) => capabilityId === draft.id),
      { timeoutMs: 30_000, what: 'the new capability to be suggested' },
    );
    const department = await stack.as('emergency');
    const { version } = await department.get<{ version: number }>(`/api/scenarios/${scenario.id}`);
    await department.post(`/api/scenarios/${scenario.id}/withdraw`, { version, reason: '预算安排变化' });
    await waitUntil(async () => (await suggestionsOf(matchmaker, scenario.id)).length === 0, {
      timeoutMs: 30_000,
      what: 'the open suggestions to lapse',
    });
    expect((await suggestionsOf(matchmaker, scenario.id, 'LAPSED')).length).toBeGreaterThan(0);
    const { status } = await matchmaker.send('GET', `/api/scenarios/${scenario.id}/public`);
    expect(status).toBe(404);
  });

  it('refuses to submit a scenario without funds, and names what is missing in Chinese', async () => {
    const department = await stack.as('emergency');
    const content = { ...aFireSafetyNeed('资金未落实的场景'), fundingStatus: 'APPLYING', fundingProof: '' };
    const draft = await department.post<{ id: string; version: number }>('/api/scenarios', { content });
    const { status, body } = await department.send<{ problems: { message: string }[] }>(
      'POST',
      `/api/scenarios/${draft.id}/submit`,
      { version: draft.version },
    );
    expect(status).toBe(422);
    expect(body.problems.map(({ message }) => message).join()).toContain('资金');
  });

  it('lets people find both lists by their own words', async () => {
    const { body } = await new PortalClient(stack.url).send<string>('GET', `/search?q=${encodeURIComponent('烟感')}`);
    expect(body).toContain('联网烟感与消防物联值守');
  });
}

function expectWordsToStandInBothTexts({ reasons, scenario, capability, members }: SuggestionView): void {
  // In a consortium each mark names whose text it stands in.
  const textsOf = (id: string | undefined) => members.find((member) => member.id === id) ?? capability;
  const marked = reasons.filter(({ scenarioMarks }) => scenarioMarks.length > 0);
  expect(marked.length).toBeGreaterThan(0);
  // Lists are read as one text, their words parted by 、.
  const textOf = (side: object, field: string) => [(side as Record<string, string | string[]>)[field] ?? ''].flat().join('、');
  for (const { scenarioMarks, capabilityMarks } of marked) {
    for (const mark of scenarioMarks) expect(textOf(scenario, mark.field).slice(mark.start, mark.end)).toBe(mark.text);
    for (const mark of capabilityMarks) {
      expect(textOf(textsOf(mark.capabilityId), mark.field).slice(mark.start, mark.end)).toBe(mark.text);
    }
  }
}

describe('the journey on PostgreSQL alone', () => journey(() => ({})));

describeWith.redis('the journey with jobs on Redis', (redis) => journey(() => ({ redisUrl: redis.url })));

describeWith.meilisearch('the journey with retrieval through Meilisearch', () => {
  let meilisearch: TestMeilisearch | undefined;
  beforeAll(async () => {
    meilisearch = await startMeilisearch();
  });
  journey(() => ({ meiliUrl: meilisearch?.url, meiliKey: meilisearch?.masterKey }));
  // After the stack's own end, which looks through what the engine holds.
  afterAll(() => meilisearch?.stop());
});
