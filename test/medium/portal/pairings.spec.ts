import type { ContactListView, PairingDeskView, PartyPairingListView, WorkingDayCoverageView } from '@mantianxing/contracts';
import { SweepConsents } from '@mantianxing/pairing';
import { aFirm, aUnit, theOffice } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';
import { aPairing, withContact, type AskedPairing } from '../../support/stories/asked-pairing';

const CONTACT = { name: '赵工', phone: '13900002222', email: 'zhao@firm.test' };

describe('对接 in the portal', () => {
  let portal: TestPortal;
  let matchmaker: Browser;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    portal.clock.goTo('2026-11-23T02:00:00Z');
    await signIn();
  });
  /** Sessions end while a spec goes days ahead. */
  const signIn = async () => void (matchmaker = await portal.signedIn(await theOffice(portal), 'MATCHMAKER'));

  const mine = async (person: Browser, { pairingId }: AskedPairing) =>
    (await person.get('/api/pairings')).json<PartyPairingListView>().items.find(({ id }) => id === pairingId);
  const desk = async (query = '') => (await matchmaker.get(`/api/pairings/desk${query}`)).json<PairingDeskView>();
  const sides = async (pairing: AskedPairing) => ({
    unit: await portal.signedIn(pairing.unit, 'DEPARTMENT_MEMBER'),
    firm: await portal.signedIn(pairing.firm, 'FIRM_MEMBER'),
  });
  const answer = (person: Browser, { pairingId }: AskedPairing, organizationId: string, said = 'AGREE') =>
    person.post(`/api/pairings/${pairingId}/answer`, { organizationId, round: 1, answer: said });

  it('shows each side its question, and never the other side’s answer before both are there', async () => {
    const pairing = await aPairing(portal);
    const { unit, firm } = await sides(pairing);
    expect(await mine(firm, pairing)).toMatchObject({ statusLabel: '待答复', canAnswer: true, contactsOpen: false, side: 'SUPPLY', reasons: ['双方都提到“烟火识别”'] });
    expect((await answer(firm, pairing, pairing.firm.id)).status).toBe(200);
    const [toUnit, toFirm] = [await mine(unit, pairing), await mine(firm, pairing)];
    expect(toFirm).toMatchObject({ statusLabel: '等待对方', canAnswer: false, canRevoke: true, own: { statusLabel: '同意对接' } });
    expect(toUnit).toMatchObject({ statusLabel: '待答复', canAnswer: true });
    expect(JSON.stringify(toUnit)).not.toMatch(/AGREED|同意对接/);
  });

  it('opens contacts to the two and to nobody else, and only on their own request', async () => {
    const pairing = await aPairing(portal);
    await withContact(portal, pairing.firm, CONTACT);
    const { unit, firm } = await sides(pairing);
    const read = (person: Browser) => person.get(`/api/pairings/${pairing.pairingId}/contacts`);
    for (const person of [unit, firm, matchmaker]) expect((await read(person)).status).toBe(404);
    await pairing.answer(pairing.firm, 'AGREE');
    expect((await answer(unit, pairing, pairing.unit.id)).json()).toMatchObject({ introduced: true });
    const given = await read(unit);
    expect(given.headers['cache-control']).toBe('no-store');
    expect(given.json<ContactListView>().items).toEqual([expect.objectContaining({ organizationName: pairing.firm.name, ...CONTACT })]);
    expect((await read(firm)).json<ContactListView>().items).toHaveLength(1);
    expect((await read(matchmaker)).json<ContactListView>().items).toHaveLength(2);
    const lists = [await unit.get('/api/pairings'), await firm.get('/api/pairings'), await matchmaker.get('/api/pairings/desk')];
    for (const { text } of lists) expect(text).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])|zhao@/);
    for (const list of [lists[0], lists[2]]) expect(list?.text).not.toContain('赵工');
    const others = [await portal.signedIn(await aUnit(portal), 'DEPARTMENT_ADMIN'), await portal.signedIn(await aFirm(portal), 'FIRM_ADMIN')];
    for (const person of others) expect((await read(person)).status).toBe(404);
    expect((await read(await portal.signedIn(await theOffice(portal), 'COORDINATOR'))).status).toBe(403);
    expect((await read(portal.browser())).status).toBe(401);
  });

  it('is somebody else’s pairing: 404 for every act', async () => {
    const pairing = await aPairing(portal);
    const stranger = await portal.signedIn(await aFirm(portal), 'FIRM_ADMIN');
    expect((await answer(stranger, pairing, pairing.firm.id)).status).toBe(404);
    expect((await stranger.post(`/api/pairings/${pairing.pairingId}/revoke`, { organizationId: pairing.firm.id, round: 1 })).status).toBe(404);
    expect((await answer(matchmaker, pairing, pairing.firm.id)).status).toBe(403);
    const end = (person: Browser) => person.post(`/api/pairings/${pairing.pairingId}/end`, { version: 1, reason: '不想' });
    expect((await end(stranger)).status).toBe(404);
    expect((await end((await sides(pairing)).firm)).status).toBe(403);
  });

  it('tells the colleague who comes second who answered, in a sentence', async () => {
    const pairing = await aPairing(portal);
    const { firm } = await sides(pairing);
    await pairing.answer(pairing.firm, 'DECLINE', '人手不足，13912345678');
    const refused = await answer(firm, pairing, pairing.firm.id);
    expect([refused.status, refused.json<{ message: string }>().message]).toEqual([409, `${pairing.firm.member.name}已答复“暂不对接”，以先答复的为准。`]);
    expect(await mine(firm, pairing)).toMatchObject({ statusLabel: '暂不对接', own: { reason: '人手不足，（略）' } });
    const { unit } = await sides(pairing);
    expect(await mine(unit, pairing)).toMatchObject({ endReason: '人手不足，（略）', canAnswer: false });
  });

  it('brings the silent ones to the matchmaker’s desk, who asks again or ends it', async () => {
    const [again, over] = [await aPairing(portal), await aPairing(portal)];
    await again.answer(again.firm, 'AGREE');
    portal.clock.goTo('2026-12-08T02:00:00Z');
    await portal.get(SweepConsents).execute(portal.clock.now());
    await signIn();
    const { items, counts } = await desk('?state=STALLED');
    const row = items.find(({ id }) => id === again.pairingId);
    expect(counts.stalled).toBeGreaterThanOrEqual(2);
    expect(row).toMatchObject({ statusLabel: '逾期未答复', canReask: true, canEnd: true, consents: [{ statusLabel: '逾期未答复' }, { statusLabel: '同意对接' }] });
    const steps = [
      await matchmaker.post(`/api/pairings/${again.pairingId}/reask`, { version: row?.version }),
      await matchmaker.post(`/api/pairings/${over.pairingId}/end`, { version: await over.version(), reason: '双方均无回音' }),
    ];
    expect(steps.map(({ status }) => status)).toEqual([200, 200]);
    expect(await again.states()).toBe('ASKING');
    expect((await desk('?state=ENDED')).items.find(({ id }) => id === over.pairingId)).toMatchObject({ endReason: '双方均无回音', statusLabel: '暂不对接' });
    const missing = await matchmaker.post(`/api/pairings/${over.pairingId}/end`, { version: 1 });
    expect(missing.status).toBe(422);
  });

  it('hides contacts from both sides the moment one takes its yes back', async () => {
    const pairing = await aPairing(portal);
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    const { unit, firm } = await sides(pairing);
    expect(await mine(unit, pairing)).toMatchObject({ contactsOpen: true, statusLabel: '已引荐' });
    expect((await firm.post(`/api/pairings/${pairing.pairingId}/revoke`, { organizationId: pairing.firm.id, round: 1 })).status).toBe(200);
    for (const person of [unit, firm, matchmaker]) expect((await person.get(`/api/pairings/${pairing.pairingId}/contacts`)).status).toBe(404);
    expect(await mine(unit, pairing)).toMatchObject({ contactsOpen: false, statusLabel: '联系方式已关闭' });
    expect((await desk('?state=INTENT')).items.find(({ id }) => id === pairing.pairingId)).toMatchObject({ statusLabel: '同意已撤回', canEnd: true });
  });

  it('warns staff while the coming year’s days off are not known', async () => {
    expect((await matchmaker.get('/api/working-days')).json<WorkingDayCoverageView>()).toMatchObject({ missingYears: [2027] });
  });
});
