import { jobOf } from '@mantianxing/contracts';
import { SteerPairing } from '@mantianxing/pairing';
import { AmendScenario, GetPublicScenario, GetScenario, ListPublicScenarios, ScenarioReader, TrackScenario, WithdrawScenario } from '@mantianxing/scenario';
import { PeopleSearch } from '@mantianxing/search';
import { NoEmbedder } from '../../../libs/matching/src/embedding/no-embedder';
import { aCapability } from '../../support/builders/capability';
import { DISTRICT } from '../../support/builders/market';
import { aFirm } from '../../support/builders/organizations';
import { openWorkingMarket, type WorkingMarket } from '../../support/builders/working-market';
import { aPairing, type AskedPairing } from '../../support/stories/asked-pairing';

describe('a scenario and its talks', () => {
  let market: WorkingMarket;
  beforeAll(async () => void (market = await openWorkingMarket(new NoEmbedder())));
  afterAll(() => market?.close());

  const statusOf = async ({ scenario }: AskedPairing) => (await market.get(ScenarioReader).byId(scenario.id))?.status;
  const stepsOf = async ({ scenario }: AskedPairing) =>
    (await market.sql<{ event: string }>('select event from scenario.scenario_history where scenario_id = $1 order by version', [scenario.id]))
      .map(({ event }) => event)
      .slice(4);
  const toldOf = async ({ scenario }: AskedPairing) =>
    (await market.sql<{ name: string }>(`select name from outbox.event where subject_id = $1 and name like 'scenario.%engaged' order by id`, [scenario.id])).map(({ name }) => name);
  const introduced = async () => {
    const pairing = await aPairing(market);
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    return pairing;
  };
  const end = async ({ matchmaker: actor, pairingId, version }: AskedPairing) =>
    market.get(SteerPairing).end({ actor, pairingId, version: await version(), reason: '条件未谈妥' });
  /** Two rounds of jobs: what the first leads to is worked off by the second. */
  const settle = async () => [...(await market.work()), ...(await market.work())];

  it('is in talks once both sides have met, and not for being asked', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.unit, 'AGREE');
    await settle();
    expect(await statusOf(pairing)).toBe('PUBLISHED');
    await pairing.answer(pairing.firm, 'AGREE');
    await settle();
    expect([await statusOf(pairing), await stepsOf(pairing), await toldOf(pairing)]).toEqual(['IN_TALKS', ['engage'], ['scenario.engaged']]);
  });

  it('is back on the list when the last of its pairings has ended, not before', async () => {
    const pairing = await introduced();
    const other = await aFirm(market);
    await market.sql(
      `with p as (insert into pairing.pairing (district_code, scenario_id, member_key, status, owner_role, due_at)
         values ($1, $2, $3::text, 'ASKING', 'X', now()) returning id)
       insert into pairing.pairing_member select p.id, $3::uuid, $4, true from p`,
      [DISTRICT, pairing.scenario.id, other.id, (await aCapability(market).of(other).published()).id],
    );
    await settle();
    await end(pairing);
    await settle();
    expect(await statusOf(pairing)).toBe('IN_TALKS');
    await market.sql(`update pairing.pairing set status = 'DECLINED', owner_role = null, due_at = null where scenario_id = $1 and status = 'ASKING'`, [pairing.scenario.id]);
    await market.work([jobOf('track-scenario', { eventId: '0198c0de-0000-7000-8000-000000000002', scenarioId: pairing.scenario.id })]);
    expect([await statusOf(pairing), await toldOf(pairing)]).toEqual(['PUBLISHED', ['scenario.engaged', 'scenario.disengaged']]);
  });

  it('moves once, however many jobs say so at the same moment', async () => {
    const pairing = await introduced();
    const track = () => market.get(TrackScenario).execute(pairing.scenario.id, async () => ({ open: 1, introduced: 1 }));
    const taken = await Promise.all(Array.from({ length: 6 }, track));
    expect(taken.filter(Boolean)).toEqual(['engage']);
    expect(await stepsOf(pairing)).toEqual(['engage']);
  });

  it('stays listed, found, matched and at its unit’s hand', async () => {
    const pairing = await introduced();
    await settle();
    const { id } = pairing.scenario;
    expect(await statusOf(pairing)).toBe('IN_TALKS');
    for (const status of [undefined, 'PUBLISHED', 'IN_TALKS']) {
      const { items } = await market.get(ListPublicScenarios).execute(DISTRICT, { ...(status && { status }) });
      expect(items.find((item) => item.id === id)?.statusLabel).toBe('对接中');
    }
    expect((await market.get(ListPublicScenarios).execute(DISTRICT, { status: 'DRAFT' })).items).toEqual([]);
    expect((await market.get(GetPublicScenario).execute(id)).id).toBe(id);
    expect((await market.get(ScenarioReader).liveMarks()).find((mark) => mark.id === id)).toMatchObject({ isListed: true, status: 'IN_TALKS' });
    expect((await market.get(PeopleSearch).searchScenarios({ q: '充电安全', page: 1, pageSize: 50 })).ids).toContain(id);
    const { id: newcomer } = await aCapability(market).of(await aFirm(market)).published();
    await settle();
    expect(await market.sql('select status from pairing.suggestion where scenario_id = $1 and capability_ids @> array[$2::uuid]', [id, newcomer])).toEqual([{ status: 'OPEN' }]);
    const { member } = pairing.unit;
    const { version, content } = await market.get(GetScenario).execute(member, id);
    const revised = await market.get(AmendScenario).execute(member, id, { version, content: { ...content, background: '去年发生火情12起，今年3起。' } });
    expect(revised).toMatchObject({ status: 'IN_TALKS', revision: 2, statusLabel: '对接中' });
    expect((await market.get(WithdrawScenario).execute(member, id, revised.version, '需求调整')).status).toBe('WITHDRAWN');
  });

  it('weighs again what stayed away, as soon as a pairing has ended', async () => {
    const pairing = await aPairing(market);
    await settle();
    const text = await market.sql(`select 1 from pairing.suggestion where scenario_id = $1 and status = 'APPROVED' and scenario_digest like 'scenario %'`, [pairing.scenario.id]);
    // The builder's digests are not the entries' own: to the run both sides have changed since the approval.
    expect(text).toHaveLength(1);
    await pairing.answer(pairing.firm, 'DECLINE', '档期不合');
    expect(await settle()).toEqual(expect.arrayContaining(['track-scenario', 'release-held', 'match-scenario']));
    const [row] = await market.sql<{ status: string; reopened_because: string }>('select status, reopened_because from pairing.suggestion where scenario_id = $1 and firm_ids @> array[$2::uuid]', [pairing.scenario.id, pairing.firm.id]);
    expect(row).toEqual({ status: 'OPEN', reopened_because: '再次出现：双方于2026-11-23修改了内容；上次对接：暂不对接（档期不合）' });
  });

  it('is never in talks without an introduction, nor out of them with something open: the database refuses', async () => {
    const asked = await aPairing(market);
    const put = (id: string, status: string) => market.sql(`update scenario.scenario set status = $2 where id = $1`, [id, status]);
    await expect(put(asked.scenario.id, 'IN_TALKS')).rejects.toMatchObject({ driverError: { constraint: 'talks' } });
    const pairing = await introduced();
    await settle();
    await expect(put(pairing.scenario.id, 'PUBLISHED')).rejects.toMatchObject({ driverError: { constraint: 'talks' } });
  });
});
