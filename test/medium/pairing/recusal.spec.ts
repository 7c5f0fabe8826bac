import type { Actor } from '@mantianxing/contracts';
import {
  ChangeMembers,
  DeclareRecusal,
  EndRecusal,
  HoldSuggestions,
  ReadConsents,
  ReadContacts,
  ReadSuggestions,
  Recusals,
  ReopenSuggestion,
  ReviewSuggestion,
  SteerPairing,
  UndoDecision,
} from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { anActor, openMarket, type OwnMarket } from '../../support/builders/market';
import { theOffice, type BuiltOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';
import { aPairing, type AskedPairing } from '../../support/stories/asked-pairing';

const LIVE = { scenarioLive: true, capabilityLive: true };
const RECUSED = { status: 403, code: 'RECUSED' };

describe('a matchmaker with an interest in one of the parties', () => {
  let market: OwnMarket;
  let office: BuiltOffice;
  let recused: Actor;
  let colleague: Actor;
  let people = 0;
  beforeAll(async () => {
    market = await openMarket();
    office = await theOffice(market);
    colleague = office.matchmaker;
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    recused = await anActor(market, `回避人${(people += 1)}`, office, 'MATCHMAKER');
  });

  const suggested = async () => {
    const [scenario, capability] = [await aScenario(market).published(), await aCapability(market).published()];
    await propose(market, scenario, [aProposal(capability)]);
    const [row] = await market.get(ReadSuggestions).queue(colleague, { scenarioId: scenario.id });
    return { scenario, capability, suggestionId: row?.id ?? '', version: row?.version ?? 0 };
  };
  const recuse = (suggestionId: string, firmId?: string, actor = recused) => market.get(DeclareRecusal).execute({ actor, suggestionId, firmId, reason: '配偶在该单位任职' });
  const recuseFrom = async (pairing: AskedPairing, side: 'unit' | 'firm') => {
    const [row] = await market.get(ReadSuggestions).queue(colleague, { scenarioId: pairing.scenario.id, status: 'APPROVED' });
    return recuse(row?.id ?? '', side === 'firm' ? pairing.firm.id : undefined);
  };
  const queueOf = async (actor: Actor, scenarioId: string) => (await market.get(ReadSuggestions).queue(actor, { scenarioId })).length;

  it.each(['unit', 'firm'] as const)('sees and decides nothing more of the %s; a colleague goes on', async (side) => {
    const { scenario, capability, suggestionId, version } = await suggested();
    const declared = await recuse(suggestionId, side === 'firm' ? capability.firmId : undefined);
    expect(declared.hidden).toEqual([suggestionId]);
    expect([await queueOf(recused, scenario.id), await queueOf(colleague, scenario.id)]).toEqual([0, 1]);
    await expect(market.get(ReadSuggestions).one(recused, suggestionId)).rejects.toMatchObject(RECUSED);
    const order = { actor: recused, suggestionId, version, note: '再看' };
    await expect(market.get(ReviewSuggestion).approve(order, LIVE)).rejects.toMatchObject(RECUSED);
    await expect(market.get(ReviewSuggestion).reject(order, 'SCALE')).rejects.toMatchObject(RECUSED);
    await expect(market.get(HoldSuggestions).hold(recused, scenario.id)).rejects.toMatchObject(RECUSED);
    expect(await market.get(ReadSuggestions).ofScenario(recused, scenario.id)).toEqual([]);
    await expect(market.get(ReviewSuggestion).reject({ ...order, actor: colleague }, 'SCALE')).resolves.toMatchObject({ status: 'REJECTED' });
    await expect(market.get(ReopenSuggestion).execute({ ...order, version: version + 1 }, LIVE)).rejects.toMatchObject(RECUSED);
  });

  it('is recused from all that party has part in, and from nothing else', async () => {
    const [one, other] = [await suggested(), await suggested()];
    const again = await aScenario(market).published();
    await propose(market, again, [aProposal(one.capability)]);
    expect((await recuse(one.suggestionId, one.capability.firmId)).hidden).toHaveLength(2);
    expect(await Promise.all([one.scenario, again, other.scenario].map(({ id }) => queueOf(recused, id)))).toEqual([0, 0, 1]);
  });

  it.each(['unit', 'firm'] as const)('steers no pairing with the %s and reads no contact of it', async (side) => {
    const pairing = await aPairing(market);
    await recuseFrom(pairing, side);
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    const order = { actor: recused, pairingId: pairing.pairingId, version: await pairing.version(), reason: '无进展', leaveOut: [] };
    await expect(market.get(SteerPairing).end(order)).rejects.toMatchObject(RECUSED);
    await expect(market.get(SteerPairing).reask(order, LIVE)).rejects.toMatchObject(RECUSED);
    await expect(market.get(ReadContacts).execute(recused, pairing.pairingId)).rejects.toMatchObject({ status: 404, code: 'CONTACTS_NOT_FOUND' });
    expect((await market.get(ReadContacts).execute(colleague, pairing.pairingId)).items).toHaveLength(2);
    const deskOf = async (actor: Actor) => (await market.get(ReadConsents).desk(actor, ['INTENT'])).filter(({ id }) => id === pairing.pairingId).length;
    expect([await deskOf(recused), await deskOf(colleague)]).toEqual([0, 1]);
  });

  it('takes no firm into a pairing that they are recused from', async () => {
    const [pairing, { suggestionId, capability }] = [await aPairing(market), await suggested()];
    await recuse(suggestionId, capability.firmId);
    const order = { actor: recused, pairingId: pairing.pairingId, version: await pairing.version(), reason: '', leaveOut: [], demandOrganizationId: pairing.unit.id };
    const takeIn = [{ firmId: capability.firmId, capabilityId: capability.id }];
    await expect(market.get(ChangeMembers).execute({ ...order, takeIn }, LIVE)).rejects.toMatchObject(RECUSED);
  });

  it('does not undo what they decided before', async () => {
    const { suggestionId, version, capability } = await suggested();
    await market.get(ReviewSuggestion).reject({ actor: recused, suggestionId, version, note: '' }, 'SCALE');
    await recuse(suggestionId, capability.firmId);
    await expect(market.get(UndoDecision).execute(recused, suggestionId, version + 1)).rejects.toMatchObject(RECUSED);
  });

  it('is refused by the database too', async () => {
    const { suggestionId, capability } = await suggested();
    await recuse(suggestionId, capability.firmId);
    const review = market.sql(
      `insert into pairing.review (suggestion_id, opening, decision, reason_code, features, account_id) values ($1, 1, 'REJECTED', 'SCALE', '{}', $2)`,
      [suggestionId, recused.accountId],
    );
    await expect(review).rejects.toMatchObject({ driverError: { constraint: 'not_recused' } });
    const pairing = await aPairing(market);
    await recuseFrom(pairing, 'unit');
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    const read = market.sql(
      `insert into pairing.contact_read (release_id, pairing_id, account_id, fields)
       select id, pairing_id, $2, '{name}' from pairing.contact_release where pairing_id = $1 and reader = 'MATCHMAKER' limit 1`,
      [pairing.pairingId, recused.accountId],
    );
    await expect(read).rejects.toMatchObject({ driverError: { constraint: 'not_recused' } });
  });

  it('names one of the parties, is a matchmaker, and declares once however often it is said', async () => {
    const { suggestionId, capability } = await suggested();
    await expect(recuse(suggestionId, (await suggested()).capability.firmId)).rejects.toMatchObject({ code: 'NOT_A_PARTY' });
    await expect(recuse(suggestionId, undefined, office.coordinator)).rejects.toMatchObject({ status: 403 });
    await expect(recuse(suggestionId, undefined, { ...recused, districtCode: '500107' })).rejects.toMatchObject({ status: 404 });
    const ids = await Promise.all([1, 2, 3].map(async () => (await recuse(suggestionId, capability.firmId)).id));
    expect(new Set(ids).size).toBe(1);
    expect(await market.sql(`select 1 from outbox.event where name = 'recusal.declared' and subject_id = $1`, [ids[0]])).toHaveLength(1);
  });
});

describe('a recusal', () => {
  let market: OwnMarket;
  let office: BuiltOffice;
  let id: string;
  beforeAll(async () => {
    market = await openMarket({ DECISION_HOLD_SECONDS: '600' });
    office = await theOffice(market);
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    market.clock.goTo('2026-11-23T02:00:00Z');
    const scenario = await aScenario(market).published();
    await propose(market, scenario, [aProposal(await aCapability(market).published())]);
    const [row] = await market.get(ReadSuggestions).queue(office.matchmaker, { scenarioId: scenario.id });
    ({ id } = await market.get(DeclareRecusal).execute({ actor: office.matchmaker, suggestionId: row?.id ?? '', reason: '曾任职' }));
  });
  const end = (actor: Actor) => market.get(EndRecusal).execute(actor, id);
  const shown = async (actor: Actor) => (await market.get(Recusals).list(actor)).find((one) => one.id === id);

  it('can be taken back by oneself for as long as decisions are held, later only by the coordinator', async () => {
    expect(await shown(office.matchmaker)).toMatchObject({ person: office.matchmaker.name, reason: '曾任职', endedAt: null, canEnd: true });
    market.clock.goTo('2026-11-23T02:10:00Z');
    expect(await shown(office.matchmaker)).toMatchObject({ canEnd: false });
    await expect(end(office.matchmaker)).rejects.toMatchObject({ code: 'RECUSAL_STANDS' });
    expect(await shown(office.coordinator)).toMatchObject({ canEnd: true });
    await end(office.coordinator);
    expect(await shown(office.matchmaker)).toMatchObject({ endedBy: office.coordinator.name, canEnd: false });
  });

  it('ended in time leaves everything as it was, and is ended once', async () => {
    await end(office.matchmaker);
    await end(office.coordinator);
    expect(await shown(office.coordinator)).toMatchObject({ endedBy: office.matchmaker.name });
    const events = await market.sql('select name from outbox.event where subject_id = $1 order by id', [id]);
    expect(events).toEqual([{ name: 'recusal.declared' }, { name: 'recusal.ended' }]);
  });

  it('is nobody else’s to see or end', async () => {
    const other = await anActor(market, '旁人', office, 'MATCHMAKER');
    expect(await shown(other)).toBeUndefined();
    await expect(end(other)).rejects.toMatchObject({ status: 404 });
    await expect(end({ ...office.coordinator, districtCode: '500107' })).rejects.toMatchObject({ status: 404 });
  });
});
