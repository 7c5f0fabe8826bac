import type { Actor, CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { AskConsents, LapsePairings, ReadPairings, ReadSuggestions, ReopenSuggestion, ReviewSuggestion, SteerPairing, UndoDecision } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';

const LIVE = { scenarioLive: true, capabilityLive: true };

describe('a pair whose pairing is over', () => {
  let market: OwnMarket;
  let matchmaker: Actor;
  let scenario: ScenarioView;
  let capability: CapabilityView;
  beforeAll(async () => {
    market = await openMarket();
    ({ matchmaker } = await theOffice(market));
    capability = await aCapability(market).published();
  });
  afterAll(() => market?.close());
  beforeEach(async () => {
    scenario = await aScenario(market).published();
    await propose(market, scenario, [aProposal(capability)]);
    await approve();
  });

  const row = async (status: string) => (await market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id, status }))[0];
  const order = async (status: string, note = '') => {
    const { id: suggestionId = '', version = 0 } = (await row(status)) ?? {};
    return { actor: matchmaker, suggestionId, version, note };
  };
  const approve = async () => market.get(ReviewSuggestion).approve(await order('OPEN'), LIVE);
  const decline = async () => {
    const [pairing] = (await market.get(ReadPairings).ofScenario(scenario.id)).slice(-1);
    await market.get(AskConsents).execute({ pairingId: pairing?.id ?? '', round: 1, demandOrganizationId: scenario.organizationId });
    await market.sql(`update pairing.pairing set status = 'STALLED' where id = $1`, [pairing?.id]);
    await market.get(SteerPairing).end({ actor: matchmaker, pairingId: pairing?.id ?? '', version: pairing?.version ?? 0, reason: '档期不合' });
  };
  const again = (said = {}) => propose(market, scenario, [aProposal(capability, said)]);
  const changed = { capabilityDigest: 'another text' };

  it('stays with the people while the pairing goes on, whatever changes', async () => {
    expect(await again(changed)).toEqual({ opened: 0, lapsed: 0 });
    await expect(market.get(ReopenSuggestion).execute(await order('APPROVED', '再看一次'), LIVE)).rejects.toMatchObject({ code: 'LOST_RACE' });
  });

  it('stays away after a no until a side changes, and then says what came of the last time', async () => {
    await decline();
    expect(await again()).toEqual({ opened: 0, lapsed: 0 });
    expect(await row('APPROVED')).toMatchObject({ ended: { status: 'DECLINED', endReason: '档期不合' } });
    expect(await again(changed)).toEqual({ opened: 1, lapsed: 0 });
    expect(await row('OPEN')).toMatchObject({ opening: 2, reopenedBecause: '再次出现：企业方于2026-11-23修改了内容；上次对接：暂不对接（档期不合）' });
    await approve();
    const pairings = await market.sql('select status, opening from pairing.pairing where scenario_id = $1 order by id', [scenario.id]);
    expect(pairings).toEqual([{ status: 'DECLINED', opening: 1 }, { status: 'ASKING', opening: 2 }]);
  });

  it('is back as soon as the side that had left is found again', async () => {
    await market.get(LapsePairings).execute('capability', capability.id);
    expect(await again()).toEqual({ opened: 1, lapsed: 0 });
    expect((await row('OPEN'))?.reopenedBecause).toBe('再次出现：退出的一方已恢复；上次对接：已失效');
  });

  it('is open at once where the approval was undone', async () => {
    await market.get(UndoDecision).execute(matchmaker, (await order('APPROVED')).suggestionId, (await order('APPROVED')).version);
    expect(await row('OPEN')).toMatchObject({ opening: 1, ended: null });
  });

  it('is put before the reviewers once more by a matchmaker with a reason, and by nobody else', async () => {
    await decline();
    const reopen = async (note: string, actor = matchmaker) => market.get(ReopenSuggestion).execute({ ...(await order('APPROVED', note)), actor }, LIVE);
    await expect(reopen('')).rejects.toMatchObject({ status: 422, code: 'NOTE_WANTED' });
    await expect(reopen('档期已空出', (await theOffice(market)).coordinator)).rejects.toMatchObject({ status: 403 });
    await expect(market.get(ReopenSuggestion).execute(await order('APPROVED', '档期已空出'), { ...LIVE, capabilityLive: false })).rejects.toMatchObject({ code: 'SIDE_LEFT' });
    expect(await reopen('档期已空出')).toMatchObject({ status: 'OPEN' });
    expect(await row('OPEN')).toMatchObject({ opening: 2, reopenedBecause: '再次出现：陈静重新提出：档期已空出；上次对接：暂不对接（档期不合）' });
    const told = await market.sql(`select name from outbox.event where subject_id = $1 and name = 'suggestion.proposed'`, [scenario.id]);
    expect(told).toHaveLength(2);
  });

  it('is reopened once by two people at the same moment; so is a rejected one', async () => {
    await decline();
    const both = async (status: string) => {
      const wanted = await order(status, '再看一次');
      return (await Promise.allSettled([1, 2, 3].map(() => market.get(ReopenSuggestion).execute(wanted, LIVE)))).map((one) => one.status).sort();
    };
    expect(await both('APPROVED')).toEqual(['fulfilled', 'rejected', 'rejected']);
    await market.get(ReviewSuggestion).reject(await order('OPEN'), 'SCALE');
    expect(await both('REJECTED')).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await row('OPEN')).toMatchObject({ opening: 3, reopenedBecause: '再次出现：陈静重新提出：再看一次；上次原因：规模或性能不符' });
  });

  it('no longer counts among those a scenario has enough of', async () => {
    expect((await market.get(ReadSuggestions).approvedCounts([scenario.id])).get(scenario.id)).toBe(1);
    await decline();
    expect((await market.get(ReadSuggestions).approvedCounts([scenario.id])).get(scenario.id)).toBeUndefined();
  });

  it('is never open beside its pairing: the database refuses', async () => {
    const reopen = market.sql(`update pairing.suggestion set status = 'OPEN', owner_role = 'M', due_at = now() where scenario_id = $1`, [scenario.id]);
    await expect(reopen).rejects.toMatchObject({ driverError: { constraint: 'reopened_after_end' } });
  });
});
