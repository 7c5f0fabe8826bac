import { ROUTES } from '@mantianxing/contracts';
import { OutboxFeed } from '@mantianxing/outbox';
import { ReadConsents, SettleAnswers, SteerPairing, SweepConsents } from '@mantianxing/pairing';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aPairing, type AskedPairing } from '../../support/stories/asked-pairing';

const HOLD_SECONDS = 600;

let market: OwnMarket;
beforeAll(async () => void (market = await openMarket({ DECISION_HOLD_SECONDS: `${HOLD_SECONDS}` })));
afterAll(() => market?.close());
beforeEach(() => market.clock.goTo('2026-11-23T02:00:00Z'));

const introductions = async ({ pairingId }: AskedPairing): Promise<number> => {
  const [row] = await market.sql<{ n: number }>('select count(*)::int as n from pairing.introduction where pairing_id = $1', [pairingId]);
  return row?.n ?? 0;
};
const pass = (seconds: number) => market.clock.goTo(new Date(market.clock.now().getTime() + seconds * 1000).toISOString());
const settle = ({ pairingId }: AskedPairing) => market.get(SettleAnswers).execute(pairingId);
const sweep = () => market.get(SweepConsents).execute(market.clock.now());
/** What the relay does once the hold is over. */
const letGo = async (): Promise<string[]> => {
  const names: string[] = [];
  await market.sql(`update outbox.dispatch set available_at = now()`);
  await market.get(OutboxFeed).drain(1000, async (events) => void names.push(...events.flatMap((event) => ROUTES[event.name](event)).map(({ name }) => name)));
  return names;
};
const own = async ({ pairingId, firm }: AskedPairing) => (await market.get(ReadConsents).ofActorIn(firm.member, pairingId))[0]?.own;

describe('an answer while decisions are held', () => {
  it('leads to nothing before its ten minutes are over, and nobody hears of it', async () => {
    const pairing = await aPairing(market);
    await letGo();
    const until = '2026-11-23T02:10:00.000Z';
    expect(await pairing.answer(pairing.firm, 'AGREE')).toMatchObject({ status: 'AGREED', introduced: false, changeUntil: until });
    expect(await pairing.answer(pairing.unit, 'AGREE')).toMatchObject({ status: 'AGREED', introduced: false, changeUntil: until });
    expect(await market.sql(`select 1 from outbox.dispatch d join outbox.event e on e.id = d.event_id where e.name = 'consent.answered' and d.available_at < now() + interval '600 seconds'`)).toEqual([]);
    pass(HOLD_SECONDS - 1);
    expect([await settle(pairing), await sweep(), await pairing.states()]).toEqual([false, 0, 'ASKING/AGREED/AGREED']);
    pass(1);
    expect([await settle(pairing), await settle(pairing), await pairing.states()]).toEqual([true, false, 'INTENT/AGREED/AGREED']);
    expect(await introductions(pairing)).toBe(1);
  });

  it('waits for the later of two: the first one’s ten minutes introduce nobody', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    pass(300);
    await pairing.answer(pairing.unit, 'AGREE');
    pass(300);
    expect([await settle(pairing), await pairing.states()]).toEqual([false, 'ASKING/AGREED/AGREED']);
    pass(300);
    expect([await settle(pairing), await pairing.states()]).toEqual([true, 'INTENT/AGREED/AGREED']);
  });

  it('can be taken back and given anew, a no as well as a yes', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.unit, 'AGREE');
    await pairing.answer(pairing.firm, 'DECLINE', '点错了');
    expect(await pairing.takeBack(pairing.firm)).toMatchObject({ status: 'ASKED', introduced: false, changeUntil: null });
    expect(await own(pairing)).toMatchObject({ status: 'ASKED', answeredBy: null, reason: '', dueAt: new Date('2026-12-07T15:59:59.999Z') });
    pass(HOLD_SECONDS);
    expect([await settle(pairing), await pairing.states()]).toEqual([false, 'ASKING/AGREED/ASKED']);
    await pairing.answer(pairing.firm, 'AGREE');
    pass(HOLD_SECONDS);
    expect([await settle(pairing), await pairing.states()]).toEqual([true, 'INTENT/AGREED/AGREED']);
    const history = await market.sql<{ event: string }>(
      `select h.event from pairing.consent_history h join pairing.consent c on c.id = h.consent_id where c.pairing_id = $1 and c.side = 'SUPPLY' order by h.version`,
      [pairing.pairingId],
    );
    expect(history.map(({ event }) => event)).toEqual(['ask', 'decline', 'retract', 'agree']);
  });

  it('is told to nobody once taken back: only the one given in its place', async () => {
    const pairing = await aPairing(market);
    await letGo();
    await pairing.answer(pairing.firm, 'DECLINE');
    await pairing.takeBack(pairing.firm);
    await pairing.answer(pairing.firm, 'AGREE');
    expect((await letGo()).sort()).toEqual(['notify', 'settle-answers']);
  });

  it('stands once its message has left: then it is too late, and it says what can still be done', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'DECLINE');
    await letGo();
    await expect(pairing.takeBack(pairing.firm)).rejects.toMatchObject({ status: 409, code: 'ANSWER_STANDS' });
    pass(HOLD_SECONDS);
    await settle(pairing);
    expect(await pairing.states()).toBe('DECLINED/VOID/DECLINED');
    await expect(pairing.takeBack(pairing.firm)).rejects.toMatchObject({ code: 'ANSWER_STANDS' });
  });

  it('is settled by the sweep where the job that was to do it is lost', async () => {
    const [agreed, declined] = [await aPairing(market), await aPairing(market)];
    for (const party of [agreed.unit, agreed.firm]) await agreed.answer(party, 'AGREE');
    await declined.answer(declined.unit, 'DECLINE');
    pass(HOLD_SECONDS);
    expect(await sweep()).toBe(2);
    expect([await agreed.states(), await declined.states()]).toEqual(['INTENT/AGREED/AGREED', 'DECLINED/DECLINED/VOID']);
    expect(await sweep()).toBe(0);
  });

  it('given in the last minute of the tenth day still counts', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.unit, 'AGREE');
    market.clock.goTo('2026-12-07T15:59:30Z');
    await pairing.answer(pairing.firm, 'AGREE');
    pass(60);
    await sweep();
    expect(await pairing.states()).toBe('ASKING/AGREED/AGREED');
    pass(HOLD_SECONDS);
    await sweep();
    expect(await pairing.states()).toBe('INTENT/AGREED/AGREED');
  });

  it('introduces exactly once or not at all where it is taken back in the moment it is settled', async () => {
    for (let time = 0; time < 12; time += 1) {
      const pairing = await aPairing(market);
      for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
      pass(HOLD_SECONDS);
      const both = [settle(pairing), pairing.takeBack(pairing.firm).catch(() => undefined)];
      await Promise.all(time % 2 ? both.reverse() : both);
      const states = await pairing.states();
      expect(['INTENT/AGREED/AGREED 1', 'ASKING/AGREED/ASKED 0']).toContain(`${states} ${await introductions(pairing)}`);
    }
  });

  it('is refused as an introduction by the database itself while it can be taken back', async () => {
    const pairing = await aPairing(market);
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    const early = market.sql(`insert into pairing.introduction (pairing_id, round, status, released_at) values ($1, 1, 'RELEASED', $2)`, [
      pairing.pairingId,
      market.clock.now(),
    ]);
    await expect(early).rejects.toThrow('introduction without every yes');
  });

  it('of a member who said no lets nobody go on without it before it stands', async () => {
    const pairing = await aPairing(market, { of: 2 });
    await pairing.answer(pairing.partner, 'DECLINE');
    const desk = async () => (await market.get(ReadConsents).desk(pairing.matchmaker, ['ASKING'])).find(({ id }) => id === pairing.pairingId);
    const reask = async () => {
      const order = { actor: pairing.matchmaker, pairingId: pairing.pairingId, version: await pairing.version(), reason: '', leaveOut: [pairing.partner.id] };
      return market.get(SteerPairing).reask(order, { scenarioLive: true, capabilityLive: true });
    };
    expect((await desk())?.mayLeaveOut).toEqual([]);
    await expect(reask()).rejects.toMatchObject({ code: 'NOT_TO_BE_LEFT_OUT' });
    pass(HOLD_SECONDS);
    expect((await desk())?.mayLeaveOut.map(({ organizationId }) => organizationId)).toEqual([pairing.partner.id]);
    expect(await reask()).toMatchObject({ status: 'ASKING' });
  });

  it('and somebody else’s pairing is no pairing', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    await expect(pairing.takeBack({ id: pairing.firm.id, member: pairing.partner.member })).rejects.toMatchObject({ status: 404 });
    await expect(pairing.takeBack(pairing.unit)).resolves.toMatchObject({ status: 'ASKED' });
  });
});
