import { ReadSuggestions, ReviewSuggestion, UndoDecision } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';

const BOTH_LIVE = { scenarioLive: true, capabilityLive: true };

describe('how often a firm was put forward', () => {
  let market: OwnMarket;
  beforeAll(async () => {
    market = await openMarket();
  });
  afterAll(() => market.close());

  it('counts its pairs, whatever became of them, and those that were introduced and stand', async () => {
    const { matchmaker: actor } = await theOffice(market);
    const [firm, other] = [await aFirm(market), await aFirm(market)];
    const capabilities = [await aCapability(market).of(firm).published(), await aCapability(market).of(firm).published()];
    const theirs = await aCapability(market).of(other).published();
    const review = market.get(ReviewSuggestion);
    const exposure = () => market.get(ReadSuggestions).exposureOf(firm.id);
    const orders = async (scenarioId: string) =>
      (await market.get(ReadSuggestions).queue(actor, { scenarioId }))
        .filter(({ firmIds }) => firmIds.includes(firm.id))
        .map(({ id: suggestionId, version }) => ({ actor, suggestionId, version, note: '' }));
    expect(await exposure()).toEqual({ suggested: 0, introduced: 0 });

    const scenario = await aScenario(market).published();
    await propose(market, scenario, [...capabilities, theirs].map((capability) => aProposal(capability)));
    await propose(market, scenario, [...capabilities, theirs].map((capability) => aProposal(capability)));
    expect(await exposure()).toEqual({ suggested: 2, introduced: 0 });

    const [first, second] = await orders(scenario.id);
    if (!first || !second) throw new Error('two pairs were expected');
    await review.reject(first, 'SCALE');
    const { id, version } = await review.approve(second, BOTH_LIVE);
    expect(await exposure()).toEqual({ suggested: 2, introduced: 1 });

    await market.get(UndoDecision).execute(actor, id, version);
    expect(await exposure()).toEqual({ suggested: 2, introduced: 0 });
    expect(await market.get(ReadSuggestions).exposureOf(other.id)).toEqual({ suggested: 1, introduced: 0 });
  });

  it('counts one introduction where a firm brings two capabilities to it', async () => {
    const { matchmaker } = await theOffice(market);
    const firm = await aFirm(market);
    const [lead, second] = [await aCapability(market).of(firm).published(), await aCapability(market).of(firm).published()];
    const scenario = await aScenario(market).published();
    await market.sql(
      `with p as (insert into pairing.pairing (district_code, scenario_id, member_key, status, matchmaker_account_id, owner_role, due_at)
         values ('500103', $1, 'both', 'ASKING', $2, 'M', now()) returning id)
       insert into pairing.pairing_member (pairing_id, firm_id, capability_id, is_lead)
       select id, $3::uuid, c, c = $4::uuid from p, unnest(array[$4::uuid, $5::uuid]) c`,
      [scenario.id, matchmaker.accountId, firm.id, lead.id, second.id],
    );
    expect(await market.get(ReadSuggestions).exposureOf(firm.id)).toEqual({ suggested: 0, introduced: 1 });
  });
});
