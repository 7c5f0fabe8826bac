import type { Actor, ConsentAnswer, ConsentResultView, ScenarioView } from '@mantianxing/contracts';
import { AnswerConsent, AskConsents, ReadPairings, ReadSuggestions, RevokeConsent, ReviewSuggestion, TakeBackAnswer } from '@mantianxing/pairing';
import { aCapability } from '../builders/capability';
import type { Market } from '../builders/market';
import { aFirm, aUnit, theOffice, type BuiltFirm, type BuiltUnit } from '../builders/organizations';
import { aScenario } from '../builders/scenario';
import { aConsortium, aProposal, propose } from '../builders/suggestions';

export type Party = Pick<BuiltUnit | BuiltFirm, 'id' | 'member'>;

export interface AskedPairing {
  pairingId: string;
  scenario: ScenarioView;
  unit: BuiltUnit;
  /** The leading firm; `partner` is the other member of a 联合体. */
  firm: BuiltFirm;
  partner: BuiltFirm;
  matchmaker: Actor;
  /** Answers as the one person of a side would, in the present round. */
  answer(party: Party, answer: ConsentAnswer, reason?: string): Promise<ConsentResultView>;
  takeBack(party: Party): Promise<ConsentResultView>;
  revoke(party: Party, reason?: string): Promise<ConsentResultView>;
  /** `pairing/unit/firm[/partner]`: the states of the present round. */
  states(): Promise<string>;
  version(): Promise<number>;
  round(): Promise<number>;
}

interface Wanted {
  of?: 1 | 2;
  asked?: boolean;
  unit?: BuiltUnit;
  firm?: BuiltFirm;
}

/** A pairing that staff approved: with one firm, or with `of: 2` a 联合体. `asked: false` leaves the job to the spec. */
export async function aPairing(market: Market, { of = 1, asked = true, ...given }: Wanted = {}): Promise<AskedPairing> {
  const unit = given.unit ?? (await aUnit(market));
  const [firm, partner] = [given.firm ?? (await aFirm(market)), await aFirm(market)];
  const { matchmaker } = await theOffice(market);
  const scenario = await aScenario(market).of(unit).published();
  const lead = await aCapability(market).of(firm).published();
  const proposal = of === 2 ? aConsortium(lead, await aCapability(market).of(partner).published()) : aProposal(lead);
  await propose(market, scenario, [proposal]);
  const [row] = await market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id });
  const order = { actor: matchmaker, suggestionId: row?.id ?? '', version: row?.version ?? 0, note: '' };
  await market.get(ReviewSuggestion).approve(order, { scenarioLive: true, capabilityLive: true });
  const [pairing] = await market.get(ReadPairings).ofScenario(scenario.id);
  const pairingId = pairing?.id ?? '';
  if (asked) await market.get(AskConsents).execute({ pairingId, round: 1, demandOrganizationId: unit.id });
  const now = async () => (await market.get(ReadPairings).byId(pairingId)) ?? { round: 0, version: 0 };
  const mine = async ({ id: organizationId, member: actor }: Party) => ({ actor, pairingId, organizationId, round: (await now()).round });
  return {
    ...{ pairingId, scenario, unit, firm, partner, matchmaker },
    answer: async (party, answer, reason = '') =>
      market.get(AnswerConsent).execute({ ...(await mine(party)), answer, reason, via: 'INBOX' }),
    takeBack: async (party) => market.get(TakeBackAnswer).execute(await mine(party)),
    revoke: async (party, reason = '') => market.get(RevokeConsent).execute({ ...(await mine(party)), reason }),
    states: () => statesOf(market, pairingId),
    version: async () => (await now()).version,
    round: async () => (await now()).round,
  };
}

async function statesOf(market: Market, pairingId: string): Promise<string> {
  const rows = await market.sql<{ status: string }>(
    `select p.status, 0 as place from pairing.pairing p where p.id = $1
     union all select c.status, case when c.side = 'DEMAND' then 1 when c.is_lead then 2 else 3 end
     from pairing.consent c join pairing.pairing p on p.id = c.pairing_id and p.round = c.round where p.id = $1 order by place`,
    [pairingId],
  );
  return rows.map(({ status }) => status).join('/');
}

/** Gives a capability's firm or a unit a reachable person, as people keep in their profile. */
export async function withContact(market: Market, { member }: Party, contact: { name: string; phone: string; email: string }): Promise<void> {
  await market.sql(
    `update account.person set name = $2, phone = $3, email = $4 where id = (select person_id from account.account where id = $1)`,
    [member.accountId, contact.name, contact.phone, contact.email],
  );
}

