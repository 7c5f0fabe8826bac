import { AskConsents, LapsePairings } from '@mantianxing/pairing';
import { anActor, openMarket, type OwnMarket } from '../../support/builders/market';
import { aPairing, type AskedPairing } from '../../support/stories/asked-pairing';

let market: OwnMarket;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market?.close());

const events = async (pairing: AskedPairing): Promise<string[]> => {
  const rows = await market.sql<{ name: string }>(
    `select name from outbox.event where (subject_id = $1 or ids->>'pairingId' = $1::text) and name !~ '^suggestion' order by at, id`,
    [pairing.pairingId],
  );
  return rows.map(({ name }) => name);
};

describe('both sides of an approved pairing', () => {
  it('are asked once, however often the job comes, with ten working days to answer', async () => {
    const pairing = await aPairing(market, { asked: false });
    expect(await pairing.states()).toBe('ASKING');
    const order = { pairingId: pairing.pairingId, round: 1, demandOrganizationId: pairing.unit.id };
    const ask = market.get(AskConsents);
    expect(await Promise.all([ask.execute(order), ask.execute(order), ask.execute(order)])).toEqual(expect.arrayContaining([2, 0, 0]));
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED');
    expect((await events(pairing)).filter((name) => name === 'consent.asked')).toHaveLength(2);
    const [due] = await market.sql<{ day: string }>(
      `select distinct to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as day from pairing.consent where pairing_id = $1`,
      [pairing.pairingId],
    );
    expect(due?.day).toBe('2026-12-07 23:59');
  });

  it('agree one after the other and are introduced with the second yes', async () => {
    const pairing = await aPairing(market);
    expect(await pairing.answer(pairing.firm, 'AGREE')).toMatchObject({ status: 'AGREED', introduced: false });
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
    expect(await pairing.answer(pairing.unit, 'AGREE')).toMatchObject({ introduced: true });
    expect(await pairing.states()).toBe('INTENT/AGREED/AGREED');
    expect(await events(pairing)).toEqual([
      ...['pairing.formed', 'consent.asked', 'consent.asked', 'consent.answered', 'consent.answered', 'introduction.made'],
    ]);
  });

  it.each(['unit', 'firm'] as const)('end it when the %s says no, and what the other had said is void', async (side) => {
    const pairing = await aPairing(market);
    await pairing.answer(side === 'unit' ? pairing.firm : pairing.unit, 'AGREE');
    await pairing.answer(pairing[side], 'DECLINE', '预算有调整');
    expect(await pairing.states()).toBe(side === 'unit' ? 'DECLINED/DECLINED/VOID' : 'DECLINED/VOID/DECLINED');
    expect((await events(pairing)).at(-1)).toBe('pairing.declined');
    const [{ end_reason: reason } = { end_reason: '' }] = await market.sql<{ end_reason: string }>(
      'select end_reason from pairing.pairing where id = $1',
      [pairing.pairingId],
    );
    expect(reason).toBe('预算有调整');
  });

  it('may say the same again, and it stays one answer', async () => {
    const pairing = await aPairing(market);
    for (const _ of [1, 2, 3]) expect(await pairing.answer(pairing.firm, 'AGREE')).toMatchObject({ status: 'AGREED' });
    expect((await events(pairing)).filter((name) => name === 'consent.answered')).toHaveLength(1);
  });

  it('are bound by the first answer of an organization: a colleague who says otherwise reads who answered', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    const colleague = await anActor(market, '周敏', pairing.firm, 'FIRM_MEMBER');
    const answer = pairing.answer({ id: pairing.firm.id, member: colleague }, 'DECLINE');
    await expect(answer).rejects.toMatchObject({ status: 409, message: expect.stringContaining(`${pairing.firm.member.name}已答复“同意对接”`) });
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
  });

  it('can only be answered for by their own people: for others there is no such pairing', async () => {
    const pairing = await aPairing(market);
    const stranger = pairing.partner;
    await expect(pairing.answer(stranger, 'AGREE')).rejects.toMatchObject({ status: 404 });
    await expect(pairing.answer({ id: pairing.firm.id, member: stranger.member }, 'AGREE')).rejects.toMatchObject({ status: 404 });
    await expect(pairing.answer({ id: pairing.unit.id, member: pairing.firm.member }, 'AGREE')).rejects.toMatchObject({ status: 404 });
    await expect(pairing.answer({ id: pairing.firm.id, member: pairing.matchmaker }, 'AGREE')).rejects.toMatchObject({ status: 404 });
  });

  it('are asked no longer when the scenario is withdrawn, and cannot answer then', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    expect(await market.get(LapsePairings).execute('scenario', pairing.scenario.id)).toBe(1);
    expect(await pairing.states()).toBe('LAPSED/VOID/VOID');
    await expect(pairing.answer(pairing.unit, 'AGREE')).rejects.toMatchObject({ status: 409, code: 'ASKING_OVER' });
    expect(await market.get(LapsePairings).execute('scenario', pairing.scenario.id)).toBe(0);
  });
});

describe('a consortium', () => {
  it('is introduced when all members and the unit have agreed', async () => {
    const pairing = await aPairing(market, { of: 2 });
    await pairing.answer(pairing.unit, 'AGREE');
    await pairing.answer(pairing.partner, 'AGREE');
    expect(await pairing.states()).toBe('ASKING/AGREED/ASKED/AGREED');
    await pairing.answer(pairing.firm, 'AGREE');
    expect(await pairing.states()).toBe('INTENT/AGREED/AGREED/AGREED');
  });

  it('ends with its lead’s no', async () => {
    const pairing = await aPairing(market, { of: 2 });
    await pairing.answer(pairing.firm, 'DECLINE');
    expect(await pairing.states()).toBe('DECLINED/VOID/DECLINED/VOID');
  });

  it('goes back to the matchmaker after another member’s no, once nobody is left to answer', async () => {
    const pairing = await aPairing(market, { of: 2 });
    await pairing.answer(pairing.partner, 'DECLINE');
    await pairing.answer(pairing.unit, 'AGREE');
    expect(await pairing.states()).toBe('ASKING/AGREED/ASKED/DECLINED');
    await pairing.answer(pairing.firm, 'AGREE');
    expect(await pairing.states()).toBe('STALLED/AGREED/AGREED/DECLINED');
    expect((await events(pairing)).at(-1)).toBe('pairing.stalled');
  });
});
