import { ReconfirmCapability, TellDueCapabilities } from '@mantianxing/capability';
import type { ScenarioView } from '@mantianxing/contracts';
import { messageOf } from '@mantianxing/notification';
import { SweepConsents, TellDuePairings, TellDueSuggestions } from '@mantianxing/pairing';
import { ApproveScenario, RecallScenario, TellDueScenarios } from '@mantianxing/scenario';
import { aCapability } from '../../support/builders/capability';
import { aFirm, theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';
import { openToldMarket, type ToldMarket } from '../../support/builders/told-market';

const MONDAY = '2026-11-23T02:00:00Z';
/** Five working days on: 10:00 on 30 November in Chongqing, and shortly after that day has begun. */
const [DUE_MORNING, DUE_DAY_BEGINS] = ['2026-11-30T02:00:00Z', '2026-11-29T16:10:00Z'];

describe('what is due', () => {
  let market: ToldMarket;
  beforeEach(async () => void (market = await openToldMarket()));
  afterEach(() => market?.close());

  /** What two workers that sweep at the same moment tell, as `subject → name`. */
  async function toldAt(moment: string): Promise<string[]> {
    market.clock.goTo(moment);
    await market.sql('delete from outbox.dispatch');
    const sweeps = [TellDueScenarios, TellDueCapabilities, TellDueSuggestions, TellDuePairings].map((door) => market.get(door as typeof TellDueScenarios));
    await Promise.all([...sweeps, ...sweeps].map((sweep) => sweep.execute(market.clock.now())));
    const events = await market.tell();
    const rows = await market.sql<{ template: string; params: object; name: string }>(
      `select n.template, n.params, p.name from notification.notification n join account.account a on a.id = n.recipient_id
       join account.person p on p.id = a.person_id where n.event_id = any($1)`,
      [events.map(({ eventId }) => eventId)],
    );
    return rows.map((row) => `${messageOf(row).subject} → ${row.name}`).sort();
  }
  const lastParagraph = async () => {
    const [row] = await market.sql<{ template: string; params: object }>(`select template, params from notification.notification where template like 'due.%' order by id desc limit 1`);
    return messageOf(row ?? { template: '', params: {} }).paragraphs[0];
  };
  const staff = ['今日到期：审核场景 → 罗勇', '今日到期：审核场景 → 陈静'];

  it('is told to whoever has to act, on its day and once, however many workers look', async () => {
    market.clock.goTo(MONDAY);
    await aScenario(market).of(market.unit).submitted();
    expect(await toldAt('2026-11-29T15:50:00Z')).toEqual([]);
    expect(await toldAt(DUE_DAY_BEGINS)).toEqual(staff);
    expect(await lastParagraph()).toBe('《老旧小区充电安全监测》：审核场景，应于2026年11月30日前完成，请今日处理。');
    expect([await toldAt(DUE_MORNING), await toldAt('2026-12-01T02:00:00Z')]).toEqual([[], []]);
  });

  it('says that it is late where no worker looked on the day', async () => {
    market.clock.goTo(MONDAY);
    await aScenario(market).of(market.unit).submitted();
    expect(await toldAt('2026-12-03T02:00:00Z')).toEqual(['已逾期：审核场景 → 罗勇', '已逾期：审核场景 → 陈静']);
  });

  it('presses nobody for what was done in time; the next step has a day of its own', async () => {
    market.clock.goTo(MONDAY);
    const { id, version } = await aScenario(market).of(market.unit).submitted();
    await market.get(ApproveScenario).execute((await theOffice(market)).matchmaker, id, version);
    expect(await toldAt(DUE_MORNING)).toEqual([]);
    expect(await toldAt('2026-12-07T02:00:00Z')).toEqual(['今日到期：发布场景 → 罗勇']);
  });

  it('begins anew with a new day', async () => {
    market.clock.goTo(MONDAY);
    const submitted = await aScenario(market).of(market.unit).submitted();
    expect(await toldAt(DUE_MORNING)).toEqual(staff);
    const draft: ScenarioView = await market.get(RecallScenario).execute(market.unit.member, submitted.id, submitted.version);
    expect(await market.sql('select overdue_told_at from scenario.scenario where id = $1', [draft.id])).toEqual([{ overdue_told_at: null }]);
    expect(await toldAt(draft.dueAt ?? '')).toEqual([`今日到期：提交场景或删除草稿 → ${market.unit.member.name}`]);
  });

  it('is told to the coordinators once it is two weeks over, with where it has stopped', async () => {
    market.clock.goTo(MONDAY);
    await aScenario(market).of(market.unit).submitted();
    await toldAt(DUE_MORNING);
    expect(await toldAt('2026-12-14T01:59:00Z')).toEqual([]);
    expect(await toldAt(`2026-12-14T02:00:00Z`)).toEqual(['请协调：《老旧小区充电安全监测》逾期14天 → 罗勇']);
    expect(await lastParagraph()).toBe('《老旧小区充电安全监测》停在“待审核”，待审核场景，责任方：撮合专员。请协调。');
    expect(await toldAt('2026-12-20T02:00:00Z')).toEqual([]);
  });

  it('reaches reviewers once for all suggestions of a scenario', async () => {
    market.clock.goTo(MONDAY);
    const scenario = await aScenario(market).of(market.unit).published();
    const offers = await Promise.all([1, 2, 3].map(async () => aCapability(market).of(await aFirm(market)).published()));
    await propose(market, scenario, offers.map((one) => aProposal(one)));
    expect(await toldAt(DUE_MORNING)).toEqual(['今日到期：审核3条建议 → 陈静']);
    expect(await toldAt('2026-12-14T02:00:00Z')).toEqual(['请协调：《老旧小区充电安全监测》逾期14天 → 罗勇']);
  });

  it('reaches the matchmaker of a pairing that came back silent', async () => {
    market.clock.goTo(MONDAY);
    await market.inPairing();
    await market.tell();
    market.clock.goTo('2026-12-07T16:00:00Z');
    await market.get(SweepConsents).execute(market.clock.now());
    expect(await toldAt('2026-12-11T02:00:00Z')).toEqual([]);
    expect(await toldAt('2026-12-14T16:00:00Z')).toEqual(['今日到期：跟进逾期未答复的征询 → 陈静']);
  });

  it('asks a firm every half-year whether what it lists is still right', async () => {
    market.clock.goTo(MONDAY);
    const { id, version } = await aCapability(market).of(market.firm).published();
    const asked = [`今日到期：确认能力是否有效 → ${market.firm.member.name}`];
    expect(await toldAt('2027-05-23T02:00:00Z')).toEqual(asked);
    await market.get(ReconfirmCapability).execute(market.firm.member, id, version);
    expect(await toldAt('2027-06-23T02:00:00Z')).toEqual([]);
    expect(await toldAt('2027-11-23T02:00:00Z')).toEqual(asked);
  });

  it('is never escalated before it was told: the database refuses', async () => {
    const { id } = await aScenario(market).of(market.unit).submitted();
    await expect(market.sql('update scenario.scenario set escalated_at = now() where id = $1', [id])).rejects.toMatchObject({ driverError: { constraint: 'escalated_after_told' } });
  });
});
