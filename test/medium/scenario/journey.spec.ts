import type { Actor } from '@mantianxing/contracts';
import { OutboxFeed } from '@mantianxing/outbox';
import {
  AmendScenario,
  ApproveScenario,
  DiscardScenario,
  PublishScenario,
  RecallScenario,
  RedraftScenario,
  ReturnScenario,
  ScenarioReader,
  SubmitScenario,
  WithdrawScenario,
} from '@mantianxing/scenario';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';

describe('the way of a scenario', () => {
  let market: OwnMarket;
  let unit: BuiltUnit;
  let matchmaker: Actor;
  let coordinator: Actor;
  beforeAll(async () => {
    market = await openMarket();
    unit = await aUnit(market, { name: '区住房城乡建委' });
    ({ matchmaker, coordinator } = await theOffice(market));
  });
  afterAll(() => market.close());

  const eventsOf = async (id: string) =>
    (await market.get(OutboxFeed).eventsOf([id])).map(({ name, revision, ids }) => ({ name, revision, ids }));
  const history = (id: string) =>
    market.sql(
      'select version, event, from_status, to_status from scenario.scenario_history where scenario_id = $1 order by version',
      [id],
    );

  it('leads from draft to list, each step with its history line and its event', async () => {
    const view = await aScenario(market).of(unit).published();
    expect(view).toMatchObject({ status: 'PUBLISHED', statusLabel: '对接中', version: 4, revision: 1 });
    expect(await history(view.id)).toEqual([
      { version: 1, event: 'create', from_status: null, to_status: 'DRAFT' },
      { version: 2, event: 'submit', from_status: 'DRAFT', to_status: 'SUBMITTED' },
      { version: 3, event: 'approve', from_status: 'SUBMITTED', to_status: 'APPROVED' },
      { version: 4, event: 'publish', from_status: 'APPROVED', to_status: 'PUBLISHED' },
    ]);
    expect(await eventsOf(view.id)).toEqual([
      { name: 'scenario.submitted', revision: 0, ids: {} },
      { name: 'scenario.approved', revision: 0, ids: {} },
      { name: 'scenario.published', revision: 1, ids: {} },
    ]);
  });

  it('names office and time of each gate element', async () => {
    const { gate } = await aScenario(market).of(unit).published();
    expect(gate).toHaveLength(6);
    expect(gate[0]).toMatchObject({
      label: '边界清晰',
      passed: true,
      checkedBy: '联席会议办公室',
      checkedAt: '2026-11-23T02:00:00.000Z',
    });
  });

  it('shows who has to act next and until which working day', async () => {
    const submitted = await aScenario(market).of(unit).submitted();
    expect(submitted.dueAt).toBe('2026-11-30T02:00:00.000Z');
    const published = await aScenario(market).of(unit).published();
    expect(published.dueAt).toBe('2026-12-31T15:59:59.999Z');
    const owners = await market.sql(
      'select owner_role from scenario.scenario where id = any($1) order by status desc',
      [[submitted.id, published.id]],
    );
    expect(owners).toEqual([{ owner_role: 'M' }, { owner_role: 'D' }]);
  });

  it('can go back: recalled by the unit, returned by staff with reasons', async () => {
    const first = await aScenario(market).of(unit).submitted();
    const recalled = await market.get(RecallScenario).execute(unit.member, first.id, first.version);
    expect(recalled.status).toBe('DRAFT');
    const again = await market.get(SubmitScenario).execute(unit.member, first.id, recalled.version, true);
    const reasons = [{ field: 'acceptance', message: '请补充识别时限' }];
    const returned = await market
      .get(ReturnScenario)
      .execute(matchmaker, first.id, { version: again.version, reasons });
    expect(returned).toMatchObject({ status: 'RETURNED', returnReasons: reasons });
    const handed = await market.get(SubmitScenario).execute(unit.member, first.id, returned.version, true);
    expect(handed.returnReasons).toEqual([]);
  });

  it('ends in withdrawal and may begin anew, with another revision when it is published again', async () => {
    const { id, version } = await aScenario(market).of(unit).withdrawn();
    const draft = await market.get(RedraftScenario).execute(unit.member, id, version);
    const content = { ...draft.content, secrecyDeclared: true };
    const amended = await market
      .get(AmendScenario)
      .execute(unit.member, id, { version: draft.version, content });
    const submitted = await market.get(SubmitScenario).execute(unit.member, id, amended.version, true);
    const approved = await market.get(ApproveScenario).execute(matchmaker, id, submitted.version);
    const published = await market.get(PublishScenario).execute(coordinator, id, approved.version);
    expect(published).toMatchObject({ status: 'PUBLISHED', revision: 2 });
    expect((await eventsOf(id)).map(({ name }) => name)).toEqual([
      'scenario.submitted',
      'scenario.approved',
      'scenario.published',
      'scenario.withdrawn',
      'scenario.redrafted',
      'scenario.submitted',
      'scenario.approved',
      'scenario.published',
    ]);
  });

  it('asks for the secrecy declaration again after a withdrawal', async () => {
    const { id, version } = await aScenario(market).of(unit).withdrawn();
    const draft = await market.get(RedraftScenario).execute(unit.member, id, version);
    await expect(
      market.get(SubmitScenario).execute(unit.member, id, draft.version, true),
    ).rejects.toMatchObject({
      status: 422,
      problems: [{ field: 'secrecyDeclared', message: '保密声明：请确认“不涉密、可公开”' }],
    });
  });

  it('lets a draft be discarded with its contact person, but never an entry that was published', async () => {
    const draft = await aScenario(market).of(unit).draft();
    const [{ contact_person_id: person }] = await market.sql<{ contact_person_id: string }>(
      'select contact_person_id from scenario.scenario where id = $1',
      [draft.id],
    );
    await market.get(DiscardScenario).execute(unit.member, draft.id, draft.version);
    expect(await market.sql('select name, phone from account.person where id = $1', [person])).toEqual([
      { name: null, phone: null },
    ]);
    const { id, version } = await aScenario(market).of(unit).withdrawn();
    const redrafted = await market.get(RedraftScenario).execute(unit.member, id, version);
    await expect(
      market.get(DiscardScenario).execute(unit.member, id, redrafted.version),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('keeps a withdrawn entry out of everything public', async () => {
    const { id } = await aScenario(market).of(unit).withdrawn();
    const reader = market.get(ScenarioReader);
    expect(await reader.byId(id)).toMatchObject({
      status: 'WITHDRAWN',
      withdrawnReason: '需求调整',
      dueAt: null,
    });
    const listed = await reader.publishedPage(null, 100);
    expect(listed.map((one) => one.id)).not.toContain(id);
    expect(await reader.countPublished()).toBe(listed.length);
  });

  it('pages published entries by id, for rebuilds', async () => {
    for (let left = 3; left > 0; left -= 1) await aScenario(market).of(unit).published();
    const reader = market.get(ScenarioReader);
    const seen: string[] = [];
    for (let after: string | null = null; ; after = seen.at(-1) ?? null) {
      const page = await reader.publishedPage(after, 2);
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).toEqual([...seen].sort());
    expect(seen).toHaveLength(await reader.countPublished());
  });

  it('puts an opportunity through the check but not on the scenario list', async () => {
    const builder = aScenario(market)
      .of(unit)
      .with({ listType: 'OPPORTUNITY', fundingStatus: 'NONE', acceptance: '' });
    const { id, version } = await builder.approved();
    await expect(market.get(PublishScenario).execute(coordinator, id, version)).rejects.toMatchObject({
      status: 422,
      problems: [{ field: 'listType' }],
    });
    await market.get(WithdrawScenario).execute(coordinator, id, version, '资金未落实');
  });

  it('refuses to publish when the deadline came while the entry waited', async () => {
    const { id, version } = await aScenario(market).of(unit).with({ deadline: '2026-11-24' }).approved();
    market.clock.goTo('2026-11-23T16:30:00Z');
    await expect(market.get(PublishScenario).execute(coordinator, id, version)).rejects.toMatchObject({
      status: 422,
      message: '还差1项，暂不能发布。',
      problems: [{ field: 'deadline', message: '截止日期：截止日期须晚于今天' }],
    });
    market.clock.goTo('2026-11-23T02:00:00Z');
  });
});
