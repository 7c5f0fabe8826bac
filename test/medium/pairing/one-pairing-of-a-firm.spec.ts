import type { Actor, CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { ReadSuggestions, ReviewSuggestion, SteerPairing } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, theOffice, type BuiltFirm } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aConsortium, aProposal, propose } from '../../support/builders/suggestions';

const LIVE = { scenarioLive: true, capabilityLive: true };

describe('a firm on one scenario', () => {
  let market: OwnMarket;
  let matchmaker: Actor;
  let scenario: ScenarioView;
  let [lead, partner]: CapabilityView[] = [];
  let other: BuiltFirm;
  beforeAll(async () => {
    market = await openMarket();
    ({ matchmaker } = await theOffice(market));
    lead = await aCapability(market).of(await aFirm(market)).published();
    other = await aFirm(market, { name: '渝感物联有限公司' });
    partner = await aCapability(market).of(other).published();
  });
  afterAll(() => market?.close());
  beforeEach(async () => {
    scenario = await aScenario(market).published();
    await propose(market, scenario, [aConsortium(lead as CapabilityView, partner as CapabilityView), aProposal(partner as CapabilityView)]);
  });

  const rowOf = async (members: number, status = 'OPEN') =>
    (await market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id, status })).find(({ capabilityIds }) => capabilityIds.length === members);
  const approve = async (members: number) => {
    const row = await rowOf(members);
    return market.get(ReviewSuggestion).approve({ actor: matchmaker, suggestionId: row?.id ?? '', version: row?.version ?? 0, note: '' }, LIVE);
  };
  const pairings = () =>
    market.sql<{ id: string; version: number; status: string }>('select id, version, status from pairing.pairing where scenario_id = $1 order by id', [scenario.id]);
  const end = async (reason = '条件未谈妥') => {
    const [first] = await pairings();
    await market.sql(`update pairing.pairing set status = 'STALLED' where id = $1`, [first?.id]);
    return market.get(SteerPairing).end({ actor: matchmaker, pairingId: first?.id ?? '', version: first?.version ?? 0, reason });
  };

  it.each([
    ['by itself while its consortium is in a pairing', 2, 1],
    ['in a consortium while it is in a pairing by itself', 1, 2],
  ])('is not paired a second time: not %s', async (_how, first, second) => {
    await approve(first);
    await expect(approve(second)).rejects.toMatchObject({
      ...{ status: 409, code: 'ALREADY_PAIRED' },
      message: '渝感物联有限公司已在与此场景对接，不能同时参与另一项对接，请待该项结束后再处理。',
    });
    expect(await pairings()).toHaveLength(1);
    expect(await rowOf(second)).toMatchObject({ status: 'OPEN', version: 1, review: null });
  });

  it('is paired once when both are approved in the same moment, whichever comes first', async () => {
    for (let time = 0; time < 8; time += 1) {
      scenario = await aScenario(market).published();
      await propose(market, scenario, [aConsortium(lead as CapabilityView, partner as CapabilityView), aProposal(partner as CapabilityView)]);
      const outcomes = await Promise.allSettled(time % 2 ? [approve(1), approve(2)] : [approve(2), approve(1)]);
      const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
      expect(refused).toEqual(['ALREADY_PAIRED']);
      expect(await pairings()).toHaveLength(1);
    }
  });

  it('is free again once the pairing has ended, and the ended one is not taken up beside the new one', async () => {
    await approve(2);
    await end();
    await approve(1);
    const [ended, now] = await pairings();
    expect([ended?.status, now?.status]).toEqual(['DECLINED', 'ASKING']);
    const again = market.get(SteerPairing).reask({ actor: matchmaker, pairingId: ended?.id ?? '', version: ended?.version ?? 0, reason: '请再次考虑', leaveOut: [] }, LIVE);
    await expect(again).rejects.toMatchObject({ code: 'ALREADY_PAIRED' });
    expect((await pairings())[0]?.status).toBe('DECLINED');
  });

  it('that was left out of its consortium is free', async () => {
    await approve(2);
    await market.sql('update pairing.pairing_member set left_at = now() where firm_id = $1 and pairing_id = any(select id from pairing.pairing where scenario_id = $2)', [other.id, scenario.id]);
    await approve(1);
    expect(await pairings()).toHaveLength(2);
  });

  it('counts once with two capabilities in one consortium', async () => {
    const second = await aCapability(market).of(other).with({ name: '充电桩边缘盒子' }).published();
    const own = await aScenario(market).published();
    await propose(market, own, [aConsortium(partner as CapabilityView, second)]);
    scenario = own;
    await approve(2);
    expect(await market.sql('select firm_id from pairing.open_firm where scenario_id = $1', [own.id])).toEqual([{ firm_id: other.id }]);
  });

  it('is kept to one by the database, whoever writes', async () => {
    await approve(2);
    const again = market.sql(
      `with p as (insert into pairing.pairing (district_code, scenario_id, member_key, status, owner_role, due_at)
         values ('500103', $1, 'by hand', 'ASKING', 'X', now()) returning id) select id from p`,
      [scenario.id],
    );
    const [{ id }] = (await again) as [{ id: string }];
    const member = market.sql('insert into pairing.pairing_member (pairing_id, firm_id, capability_id) values ($1, $2, $3)', [id, other.id, partner?.id]);
    await expect(member).rejects.toMatchObject({ driverError: { code: '23505', constraint: 'one_open_pairing_of_firm' } });
  });
});
