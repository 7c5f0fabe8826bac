import { SweepConsents } from '@mantianxing/pairing';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aPairing, type AskedPairing, type Party } from '../../support/stories/asked-pairing';

let market: OwnMarket;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market?.close());

const introductions = async ({ pairingId }: AskedPairing) => {
  const [row] = await market.sql<{ made: number; told: number; releases: number }>(
    `select (select count(*)::int from pairing.introduction where pairing_id = $1) as made,
            (select count(*)::int from outbox.event where name = 'introduction.made' and ids->>'pairingId' = $1::text) as told,
            (select count(*)::int from pairing.contact_release where pairing_id = $1 and reader = 'PARTY') as releases`,
    [pairingId],
  );
  return row;
};
const settled = async (...work: Promise<unknown>[]) => (await Promise.allSettled(work)).map(({ status }) => status);
const REPEATS = 25;

describe('two answers in the same moment', () => {
  it(`introduce exactly once, ${REPEATS} times over, whichever comes first and however often it is repeated`, async () => {
    for (let time = 0; time < REPEATS; time += 1) {
      const pairing = await aPairing(market);
      const both: Party[] = [pairing.unit, pairing.firm];
      const answers = both.flatMap((party) => [1, 2].map(() => pairing.answer(party, 'AGREE')));
      await Promise.all(time % 2 ? answers.reverse() : answers);
      expect(await pairing.states()).toBe('INTENT/AGREED/AGREED');
      expect(await introductions(pairing)).toEqual({ made: 1, told: 1, releases: 2 });
    }
  });

  it('of which one is a no never introduce', async () => {
    for (let time = 0; time < 10; time += 1) {
      const pairing = await aPairing(market);
      await settled(pairing.answer(pairing.unit, 'AGREE'), pairing.answer(pairing.firm, 'DECLINE'));
      expect(await pairing.states()).toMatch(/^DECLINED\/VOID\/DECLINED$/);
      expect(await introductions(pairing)).toEqual({ made: 0, told: 0, releases: 0 });
    }
  });

  it('of one organization count once: a yes and a no of two colleagues leave one of them', async () => {
    for (let time = 0; time < 10; time += 1) {
      const pairing = await aPairing(market);
      const outcomes = await settled(pairing.answer(pairing.firm, 'AGREE'), pairing.answer(pairing.firm, 'DECLINE'));
      expect(outcomes.filter((outcome) => outcome === 'fulfilled')).toHaveLength(1);
      const [{ n } = { n: 0 }] = await market.sql<{ n: number }>(
        `select count(*)::int as n from outbox.event where name = 'consent.answered' and ids->>'pairingId' = $1`,
        [pairing.pairingId],
      );
      expect(n).toBe(1);
    }
  });

  it('and the tenth day in the same moment end in one of the two, never in between', async () => {
    const seen = new Set<string>();
    for (let time = 0; time < 12; time += 1) {
      const pairing = await aPairing(market);
      await pairing.answer(pairing.unit, 'AGREE');
      await market.sql(`update pairing.pairing set due_at = now() - interval '1 day' where id = $1`, [pairing.pairingId]);
      const sweep = market.get(SweepConsents).execute(new Date());
      await settled(...(time % 2 ? [sweep, pairing.answer(pairing.firm, 'AGREE')] : [pairing.answer(pairing.firm, 'AGREE'), sweep]));
      const states = await pairing.states();
      seen.add(states);
      expect(['INTENT/AGREED/AGREED', 'STALLED/AGREED/EXPIRED']).toContain(states);
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  it('and a yes taken back leave no open contact', async () => {
    for (let time = 0; time < 10; time += 1) {
      const pairing = await aPairing(market);
      await pairing.answer(pairing.unit, 'AGREE');
      await settled(pairing.answer(pairing.firm, 'AGREE'), pairing.revoke(pairing.unit));
      const [{ open } = { open: -1 }] = await market.sql<{ open: number }>(
        'select count(*)::int as open from pairing.contact_release where pairing_id = $1 and ended_at is null',
        [pairing.pairingId],
      );
      expect(open).toBe(0);
    }
  });
});

describe('the database itself', () => {
  it('refuses an introduction without every yes, a pairing without one, and a consent of a firm that is no member', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.unit, 'AGREE');
    const values = [pairing.pairingId];
    const introduce = `insert into pairing.introduction (pairing_id, round, status, released_at) values ($1, 1, 'RELEASED', now())`;
    await expect(market.sql(introduce, values)).rejects.toThrow('introduction without every yes');
    const skip = `update pairing.pairing set status = 'INTENT' where id = $1`;
    await expect(market.sql(skip, values)).rejects.toThrow('pairing without introduction');
    const ask = `insert into pairing.consent (district_code, pairing_id, scenario_id, round, organization_id, side, status, owner_role, asked_at, remind_at, due_at)
      select district_code, pairing_id, scenario_id, 1, $2, $3, 'ASKED', 'X', now(), now(), now() from pairing.consent where pairing_id = $1 limit 1`;
    await expect(market.sql(ask, [pairing.pairingId, pairing.partner.id, 'SUPPLY'])).rejects.toThrow('no member');
    await expect(market.sql(ask, [pairing.pairingId, pairing.partner.id, 'DEMAND'])).rejects.toThrow(/foreign key|one_consent_of_demand/);
  });

  it('keeps histories, releases and readings as they were written', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.unit, 'AGREE');
    await pairing.answer(pairing.firm, 'AGREE');
    for (const table of ['consent_history', 'introduction_history', 'contact_release', 'introduction']) {
      await expect(market.sql(`delete from pairing.${table}`)).rejects.toThrow('append-only');
    }
    await expect(market.sql(`update pairing.contact_release set since = now()`)).rejects.toThrow('append-only');
    await expect(market.sql(`update pairing.consent_history set note = 'x'`)).rejects.toThrow('append-only');
    const undo = `update pairing.consent set status = 'VOID' where pairing_id = $1`;
    await expect(market.sql(undo, [pairing.pairingId])).rejects.toThrow('contacts released without consent');
  });
});

