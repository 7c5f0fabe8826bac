import { AskConsents, SteerPairing, SweepConsents } from '@mantianxing/pairing';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aPairing, type AskedPairing } from '../../support/stories/asked-pairing';

let market: OwnMarket;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market?.close());
beforeEach(async () => {
  market.clock.goTo('2026-11-23T02:00:00Z');
  await market.sql(`delete from outbox.dispatch`);
});

const sweepAt = (moment: string): Promise<number> => {
  market.clock.goTo(moment);
  return market.get(SweepConsents).execute(market.clock.now());
};
const raised = async (pairing: AskedPairing, name: string): Promise<number> => {
  const [row] = await market.sql<{ n: number }>(
    `select count(*)::int as n from outbox.event where name = $2 and (subject_id = $1 or ids->>'pairingId' = $1::text)`,
    [pairing.pairingId, name],
  );
  return row?.n ?? 0;
};
const LIVE = { scenarioLive: true, capabilityLive: true };

describe('who does not answer', () => {
  it('is reminded once after five working days, and only the one who is silent', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.unit, 'AGREE');
    await sweepAt('2026-11-30T01:59:00Z');
    expect(await raised(pairing, 'consent.reminded')).toBe(0);
    for (const moment of ['2026-11-30T02:00:00Z', '2026-11-30T02:01:00Z', '2026-12-04T02:00:00Z']) await sweepAt(moment);
    expect(await raised(pairing, 'consent.reminded')).toBe(1);
  });

  it('has the whole tenth working day; then it is back with the matchmaker', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    await sweepAt('2026-12-07T15:59:00Z');
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
    await sweepAt('2026-12-07T16:00:00Z');
    expect(await pairing.states()).toBe('STALLED/EXPIRED/AGREED');
    expect(await raised(pairing, 'pairing.stalled')).toBe(1);
    await expect(pairing.answer(pairing.unit, 'AGREE')).rejects.toMatchObject({ code: 'ASKING_OVER' });
  });

  it('is not reminded any more by a worker that was away until after the tenth day', async () => {
    const pairing = await aPairing(market);
    await sweepAt('2026-12-20T02:00:00Z');
    expect(await pairing.states()).toBe('STALLED/EXPIRED/EXPIRED');
    expect(await raised(pairing, 'consent.reminded')).toBe(0);
  });

  it('is given the days off of Spring Festival', async () => {
    market.clock.goTo('2026-02-12T02:00:00Z');
    const pairing = await aPairing(market);
    // 13 and 14 (worked) February, 24 to 27, 28 (worked), 2 to 4 March.
    await sweepAt('2026-03-04T15:59:00Z');
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED');
    await sweepAt('2026-03-04T16:00:00Z');
    expect(await pairing.states()).toMatch(/^STALLED/);
  });
});

describe('a pairing back with the matchmaker', () => {
  const steer = () => market.get(SteerPairing);
  const order = async ({ matchmaker: actor, pairingId, version }: AskedPairing, reason = '') => ({ actor, pairingId, version: await version(), reason });

  it('is asked anew from the first answer on: what was said in the round before counts no more', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    await sweepAt('2026-12-08T02:00:00Z');
    await steer().reask({ ...(await order(pairing)), leaveOut: [] }, LIVE);
    expect([await pairing.states(), await pairing.round()]).toEqual(['ASKING', 2]);
    expect(await raised(pairing, 'pairing.reasked')).toBe(1);
    const earlier = market.sql(`select status from pairing.consent where pairing_id = $1 and round = 1 order by side desc`, [pairing.pairingId]);
    expect(await earlier).toEqual([{ status: 'VOID' }, { status: 'EXPIRED' }]);
  });

  it('ends with a reason', async () => {
    const pairing = await aPairing(market);
    await sweepAt('2026-12-08T02:00:00Z');
    expect(await steer().end(await order(pairing, '双方均无回音'))).toMatchObject({ status: 'DECLINED', statusLabel: '暂不对接' });
    expect(await raised(pairing, 'pairing.declined')).toBe(1);
  });

  it('is asked again after a no only for a reason, and not once a side has left', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.unit, 'DECLINE');
    await expect(steer().reask({ ...(await order(pairing)), leaveOut: [] }, LIVE)).rejects.toMatchObject({ status: 422 });
    const again = { ...(await order(pairing, '预算已落实')), leaveOut: [] };
    await expect(steer().reask(again, { ...LIVE, scenarioLive: false })).rejects.toMatchObject({ code: 'SIDE_LEFT' });
    await steer().reask(again, LIVE);
    expect(await pairing.states()).toBe('ASKING');
    await expect(steer().reask(again, LIVE)).rejects.toMatchObject({ code: 'LOST_RACE' });
  });

  it('goes on without a member that said no, and is introduced without it', async () => {
    const pairing = await aPairing(market, { of: 2, asked: true });
    await pairing.answer(pairing.partner, 'DECLINE');
    const leaveOut = { ...(await order(pairing)), leaveOut: [pairing.firm.id] };
    await expect(steer().reask(leaveOut, LIVE)).rejects.toMatchObject({ code: 'NOT_TO_BE_LEFT_OUT' });
    await steer().reask({ ...leaveOut, leaveOut: [pairing.partner.id] }, LIVE);
    expect(await raised(pairing, 'pairing.members-changed')).toBe(1);
    await market.get(AskConsents).execute({ pairingId: pairing.pairingId, round: 2, demandOrganizationId: pairing.unit.id });
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED');
    await pairing.answer(pairing.unit, 'AGREE');
    await pairing.answer(pairing.firm, 'AGREE');
    expect(await pairing.states()).toBe('INTENT/AGREED/AGREED');
  });

  it('is nobody else’s to steer, and not while both sides may still answer', async () => {
    const pairing = await aPairing(market);
    await expect(steer().end({ ...(await order(pairing, '不必')), actor: pairing.unit.member })).rejects.toMatchObject({ status: 403 });
    await expect(steer().end(await order(pairing, '不必'))).rejects.toMatchObject({ code: 'LOST_RACE' });
    await expect(steer().reask({ ...(await order(pairing)), leaveOut: [] }, LIVE)).rejects.toMatchObject({ code: 'LOST_RACE' });
  });
});
