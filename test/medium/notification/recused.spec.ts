import { AnswerConsent, DeclareRecusal, ReadSuggestions } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { anActor } from '../../support/builders/market';
import { theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';
import { openToldMarket, type ToldMarket } from '../../support/builders/told-market';

describe('of what somebody is recused from', () => {
  let market: ToldMarket;
  beforeAll(async () => void (market = await openToldMarket()));
  afterAll(() => market.close());

  /** Who was told by this template of what has happened since. */
  async function told(template: string): Promise<string[]> {
    const ids = (await market.tell()).map(({ eventId }) => eventId);
    const rows = await market.sql<{ name: string }>(
      `select p.name from notification.notification n join account.account a on a.id = n.recipient_id
       join account.person p on p.id = a.person_id where n.event_id = any($1) and n.template = $2 order by 1`,
      [ids, template],
    );
    return rows.map(({ name }) => name);
  }
  const another = async () => {
    const scenario = await aScenario(market).of(market.unit).published();
    await propose(market, scenario, [aProposal(await aCapability(market).published())]);
    return scenario;
  };

  it('the others of the office are told, and the coordinator where there is no other', async () => {
    const office = await theOffice(market);
    const { matchmaker } = office;
    const scenario = await market.inPairing();
    const [{ pairing }] = (await market.sql<{ pairing: string }>('select id as pairing from pairing.pairing where scenario_id = $1', [scenario.id])) as [{ pairing: string }];
    await another();
    expect(await told('suggestion.proposed')).toContain(matchmaker.name);
    const [row] = await market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id, status: 'APPROVED' });
    await market.get(DeclareRecusal).execute({ actor: matchmaker, suggestionId: row?.id ?? '', reason: '配偶任职' });

    await another();
    expect(await told('suggestion.proposed')).toEqual([office.coordinator.name]);
    const colleague = await anActor(market, '何帆', office, 'MATCHMAKER');
    await another();
    expect(await told('suggestion.proposed')).toEqual([colleague.name]);

    // The pairing was formed by the person who is recused now.
    const answer = { pairingId: pairing, round: 1, reason: '', via: 'INBOX' as const };
    await market.get(AnswerConsent).execute({ ...answer, actor: market.firm.member, organizationId: market.firm.id, answer: 'AGREE' });
    expect(await told('consent.answered')).toEqual([colleague.name]);
  });
});
