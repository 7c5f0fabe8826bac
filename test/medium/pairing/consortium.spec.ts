import type { Actor, CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { LapseSuggestions, ReadPairings, ReadSuggestions, ReviewSuggestion, type Proposal, type ReviewedSuggestion } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aConsortium, aProposal, propose } from '../../support/builders/suggestions';

describe('a proposed consortium', () => {
  let market: OwnMarket;
  let matchmaker: Actor;
  let scenario: ScenarioView;
  let lead: CapabilityView;
  let partner: CapabilityView;
  beforeAll(async () => {
    market = await openMarket();
    ({ matchmaker } = await theOffice(market));
    lead = await aCapability(market).of(await aFirm(market)).published();
    partner = await aCapability(market).of(await aFirm(market)).published();
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    scenario = await aScenario(market).published();
  });

  const rows = (status?: string): Promise<ReviewedSuggestion[]> =>
    market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id, status });
  const order = async (note = '') => {
    const [row] = await rows();
    return { actor: matchmaker, suggestionId: row?.id ?? '', version: row?.version ?? 0, note };
  };
  const changed = (proposal: Proposal): Proposal => ({
    ...proposal,
    partners: proposal.partners?.map((member) => ({ ...member, capabilityDigest: 'another text' })),
  });

  it('is one row of its own beside those of its members, the lead first', async () => {
    await propose(market, scenario, [aProposal(lead), aProposal(partner), aConsortium(lead, partner)]);
    const open = await rows();
    expect(open).toHaveLength(3);
    expect(open[0]).toMatchObject({
      capabilityIds: [lead.id, partner.id],
      firmIds: [lead.firmId, partner.firmId],
      memberKey: [lead.id, partner.id].sort().join('+'),
    });
  });

  it('is the same row when the other member leads', async () => {
    await propose(market, scenario, [aConsortium(lead, partner)]);
    expect(await propose(market, scenario, [aConsortium(partner, lead)])).toEqual({ opened: 0, lapsed: 0 });
    expect(await rows()).toMatchObject([{ capabilityIds: [partner.id, lead.id], firmIds: [partner.firmId, lead.firmId], version: 1 }]);
  });

  it.each(['lead', 'partner'] as const)('lapses when its %s leaves', async (who) => {
    await propose(market, scenario, [aConsortium(lead, partner)]);
    const leaving = who === 'lead' ? lead : partner;
    await market.get(LapseSuggestions).execute('capability', leaving.id);
    expect(await rows()).toEqual([]);
    expect(await rows('LAPSED')).toHaveLength(1);
  });

  it('lapses when a whole run finds only its members', async () => {
    await propose(market, scenario, [aProposal(lead), aConsortium(lead, partner)]);
    expect(await propose(market, scenario, [aProposal(lead), aProposal(partner)])).toEqual({ opened: 1, lapsed: 1 });
  });

  it('stays away once rejected, until either member changes', async () => {
    await propose(market, scenario, [aConsortium(lead, partner)]);
    await market.get(ReviewSuggestion).reject(await order(), 'SCALE');
    expect(await propose(market, scenario, [aConsortium(partner, lead)])).toEqual({ opened: 0, lapsed: 0 });
    expect(await propose(market, scenario, [changed(aConsortium(lead, partner))])).toEqual({ opened: 1, lapsed: 0 });
    expect((await rows())[0]?.reopenedBecause).toContain('企业方');
  });

  it('approved, forms one pairing with both members, one of them the lead', async () => {
    await propose(market, scenario, [aConsortium(lead, partner)]);
    await market.get(ReviewSuggestion).approve(await order(), { scenarioLive: true, capabilityLive: true });
    const pairings = await market.sql<{ id: string }>('select id from pairing.pairing where scenario_id = $1', [scenario.id]);
    expect(pairings).toHaveLength(1);
    const pairing = await market.get(ReadPairings).byId(pairings[0]?.id ?? '');
    expect(pairing?.members).toMatchObject([
      { capabilityId: lead.id, firmId: lead.firmId, isLead: true },
      { capabilityId: partner.id, firmId: partner.firmId, isLead: false },
    ]);
  });

  it('asks for a whole run of its scenario when either member was matched alone', async () => {
    await propose(market, scenario, [aConsortium(lead, partner)]);
    const again = { scenarioId: scenario.id, revision: scenario.revision };
    for (const { id } of [lead, partner]) {
      expect(await market.get(ReadSuggestions).scenariosToRematch(id, [scenario.id])).toContainEqual(again);
      expect(await market.get(ReadSuggestions).scenariosToRematch(id, [])).toContainEqual(again);
    }
  });
});
