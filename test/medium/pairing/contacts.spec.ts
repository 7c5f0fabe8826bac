import type { Actor } from '@mantianxing/contracts';
import { ReadConsents, ReadContacts, SteerPairing, SweepConsents } from '@mantianxing/pairing';
import { anActor, openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, theOffice } from '../../support/builders/organizations';
import { aPairing, withContact, type AskedPairing } from '../../support/stories/asked-pairing';

const FIRM_CONTACT = { name: '赵工', phone: '13900002222', email: 'zhao@firm.test' };

describe('released contacts', () => {
  let market: OwnMarket;
  beforeAll(async () => void (market = await openMarket()));
  afterAll(() => market?.close());

  const read = (actor: Actor, { pairingId }: AskedPairing) => market.get(ReadContacts).execute(actor, pairingId);
  const reads = ({ pairingId }: AskedPairing) =>
    market.sql<{ account_id: string; fields: string[] }>('select account_id, fields from pairing.contact_read where pairing_id = $1 order by read_at, id', [pairingId]);
  const introduced = async (of: 1 | 2 = 1): Promise<AskedPairing> => {
    const pairing = await aPairing(market, { of });
    await withContact(market, pairing.firm, FIRM_CONTACT);
    for (const party of [pairing.unit, pairing.firm, ...(of === 2 ? [pairing.partner] : [])]) await pairing.answer(party, 'AGREE');
    return pairing;
  };
  const noContacts = { status: 404, code: 'CONTACTS_NOT_FOUND' };

  it('are for nobody before the second yes, not even for those who have agreed', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    for (const actor of [pairing.firm.member, pairing.unit.member, pairing.matchmaker]) await expect(read(actor, pairing)).rejects.toMatchObject(noContacts);
    expect(await reads(pairing)).toEqual([]);
  });

  it('name the person who answered for the firm, and for the unit the contact its scenario names', async () => {
    const pairing = await introduced();
    expect((await read(pairing.unit.member, pairing)).items).toEqual([
      { organizationName: pairing.firm.name, side: 'SUPPLY', ...FIRM_CONTACT, since: '2026-11-23T02:00:00.000Z' },
    ]);
    const [contact] = (await read(pairing.firm.member, pairing)).items;
    expect(contact).toMatchObject({ organizationName: pairing.unit.name, side: 'DEMAND', name: '周敏', phone: expect.stringMatching(/^\d{11}$/) });
  });

  it('leave one row for each reading: who, whose, which fields, and never the contact itself', async () => {
    const pairing = await introduced();
    await read(pairing.unit.member, pairing);
    await read(pairing.unit.member, pairing);
    await read(pairing.firm.member, pairing);
    const rows = await reads(pairing);
    expect(rows.map(({ account_id: id }) => id)).toEqual([pairing.unit.member.accountId, pairing.unit.member.accountId, pairing.firm.member.accountId]);
    expect(rows[0]?.fields).toEqual(['name', 'phone', 'email']);
    expect(JSON.stringify(rows)).not.toContain('13900002222');
  });

  it('are for the whole of each party and for matchmakers, and for nobody else', async () => {
    const pairing = await introduced();
    const colleague = await anActor(market, '同事', pairing.firm, 'FIRM_MEMBER');
    expect((await read(colleague, pairing)).items).toHaveLength(1);
    expect((await read(pairing.matchmaker, pairing)).items.map(({ side }) => side)).toEqual(['DEMAND', 'SUPPLY']);
    const office = await theOffice(market);
    const auditor = await anActor(market, '审计', office, 'AUDITOR');
    const admin = await anActor(market, '管理员', office, 'ADMIN');
    const elsewhere = { ...pairing.matchmaker, districtCode: '500107' };
    for (const actor of [(await aFirm(market)).member, pairing.partner.member, office.coordinator, auditor, admin, elsewhere])
      await expect(read(actor, pairing)).rejects.toMatchObject(noContacts);
  });

  it('show a consortium’s members the unit, and the unit each member', async () => {
    const pairing = await introduced(2);
    expect((await read(pairing.unit.member, pairing)).items.map(({ organizationName }) => organizationName)).toEqual([pairing.firm.name, pairing.partner.name]);
    expect((await read(pairing.partner.member, pairing)).items.map(({ side }) => side)).toEqual(['DEMAND']);
  });

  it.each(['unit', 'firm'] as const)('are hidden from everybody at once when the %s takes its yes back', async (side) => {
    const pairing = await introduced();
    await pairing.revoke(pairing[side], '人员调整');
    for (const actor of [pairing.firm.member, pairing.unit.member, pairing.matchmaker]) await expect(read(actor, pairing)).rejects.toMatchObject(noContacts);
    expect(await pairing.states()).toBe(side === 'unit' ? 'INTENT/REVOKED/AGREED' : 'INTENT/AGREED/REVOKED');
    const [own] = await market.get(ReadConsents).ofActorIn(pairing.firm.member, pairing.pairingId);
    expect(own).toMatchObject({ contactsOpen: false, introduction: { status: 'CLOSED' } });
  });

  it('close 180 days after the pairing has ended, and not before', async () => {
    const pairing = await introduced();
    const { matchmaker: actor, pairingId } = pairing;
    await market.get(SteerPairing).end({ actor, pairingId, version: await pairing.version(), reason: '需求调整' });
    const ended = market.clock.now().getTime();
    await market.get(SweepConsents).execute(new Date(ended + 179 * 86_400_000));
    expect((await read(pairing.firm.member, pairing)).items).toHaveLength(1);
    await market.get(SweepConsents).execute(new Date(ended + 180 * 86_400_000));
    await expect(read(pairing.firm.member, pairing)).rejects.toMatchObject(noContacts);
  });

  it('of a person who was erased say the organization and nothing of the person', async () => {
    const pairing = await introduced();
    await market.sql(
      `update account.person set name = null, phone = null, email = null, erased_at = now()
       where id = (select person_id from account.account where id = $1)`,
      [pairing.firm.member.accountId],
    );
    expect((await read(pairing.unit.member, pairing)).items).toEqual([{ organizationName: pairing.firm.name, side: 'SUPPLY', since: expect.any(String) }]);
  });
});
