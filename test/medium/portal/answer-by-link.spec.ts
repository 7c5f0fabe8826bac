import { LinkTokens } from '@mantianxing/account';
import type { PartyPairingListView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { anActor } from '../../support/builders/market';
import { openPortal, type Answer, type TestPortal } from '../../support/builders/portal';
import { aPairing, withContact, type AskedPairing, type Party } from '../../support/stories/asked-pairing';

const CONTACT = { name: '赵工', phone: '13900002222', email: 'zhao@firm.test' };
const DAY = 86_400_000;

let portal: TestPortal;

const consentOf = async ({ pairingId }: AskedPairing, { id }: Pick<Party, 'id'>): Promise<string> => {
  const [row] = await portal.sql<{ id: string }>('select id from pairing.consent where pairing_id = $1 and organization_id = $2 order by round desc', [pairingId, id]);
  return row?.id ?? '';
};
/** What the worker puts into the mail of this person. */
const linkFor = async (pairing: AskedPairing, party: Party, ttlMs = 14 * DAY): Promise<string> => {
  const key = { purpose: 'CONSENT' as const, subjectId: await consentOf(pairing, party), accountId: party.member.accountId };
  await portal.get(UnitOfWork).run(() => portal.get(LinkTokens).issueOnce(key, ttlMs));
  return `/answer/${await portal.get(LinkTokens).tokenFor(key)}`;
};
const open = (link: string): Promise<Answer> => portal.browser().get(link);
const send = (link: string, fields: Record<string, string>): Promise<Answer> => portal.browser().form(link, fields);

describe('an answer by mail', () => {
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.goTo('2026-11-23T02:00:00Z'));

  it('shows what is asked, the other side’s public facts and no contact, to whoever has the link', async () => {
    const pairing = await aPairing(portal);
    await withContact(portal, pairing.firm, CONTACT);
    const page = await open(await linkFor(pairing, pairing.unit));
    expect(page.status).toBe(200);
    for (const text of ['是否同意与对方对接', '2026年12月7日', pairing.firm.name, '视频烟火识别与联动平台', '双方都同意后才互见联系方式']) expect(page.text).toContain(text);
    const toFirm = await open(await linkFor(pairing, pairing.firm));
    for (const text of [pairing.scenario.content.title, pairing.unit.name, '贵公司能力']) expect(toFirm.text).toContain(text);
    expect(`${page.text}${toFirm.text}`).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])|13800001234|周敏|@firm/);
  });

  it('tells no cache, no search and no other site of the address, and needs no script', async () => {
    const pairing = await aPairing(portal);
    const page = await open(await linkFor(pairing, pairing.firm));
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': expect.stringContaining('noindex') });
    expect(page.text).not.toContain('<script');
  });

  it('is given by nobody who only looks: neither a reader nor a prefetcher nor HEAD, however often', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm);
    for (let time = 0; time < 3; time += 1) {
      expect((await open(link)).status).toBe(200);
      const head = await portal.app.inject({ method: 'HEAD', url: link, headers: { purpose: 'prefetch' } });
      expect(head.statusCode).toBe(200);
    }
    expect((await open(`${link}?answer=AGREE`)).status).toBe(200);
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED');
  });

  it('counts once the button is pressed, without a session, a cookie or a password; the link is used up then', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm);
    const thanks = await send(link, { answer: 'AGREE', reason: '' });
    expect([thanks.status, thanks.text.includes('您已同意对接')]).toEqual([200, true]);
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
    const [row] = await portal.sql('select answered_via, answered_by from pairing.consent where id = $1', [await consentOf(pairing, pairing.firm)]);
    expect(row).toEqual({ answered_via: 'LINK', answered_by: pairing.firm.member.accountId });
    const audited = await portal.sql('select account_id, roles from audit.entry where subject_kind = $1 and subject_id = $2 and operation like $3', [
      ...['pairing.consent', await consentOf(pairing, pairing.firm), 'POST /answer/%'],
    ]);
    expect(audited).toEqual([{ account_id: pairing.firm.member.accountId, roles: expect.arrayContaining(['FA']) }]);
    for (const again of [await open(link), await send(link, { answer: 'DECLINE' })]) {
      expect([again.status, again.text.includes('此链接已经用过'), again.text.includes('href="/sign-in"')]).toEqual([410, true, true]);
      expect(again.headers['cache-control']).toBe('no-store');
    }
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
  });

  it('passes the reason of a no on, and the second yes introduces', async () => {
    const [declined, agreed] = [await aPairing(portal), await aPairing(portal)];
    await send(await linkFor(declined, declined.unit), { answer: 'DECLINE', reason: '预算有调整' });
    expect(await declined.states()).toBe('DECLINED/DECLINED/VOID');
    await agreed.answer(agreed.firm, 'AGREE');
    const thanks = await send(await linkFor(agreed, agreed.unit), { answer: 'AGREE' });
    expect(thanks.text).toContain('双方都已同意');
    expect(thanks.text).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])/);
    expect(await agreed.states()).toBe('INTENT/AGREED/AGREED');
  });

  it('without a choice is asked again, and nothing has happened', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm);
    for (const fields of [{ reason: '想想' }, { answer: 'MAYBE' }, { answer: 'DECLINE', reason: '长'.repeat(501) }]) expect((await send(link, fields as never)).status).toBe(422);
    expect((await open(link)).status).toBe(200);
  });

  it('is not taken when a colleague was quicker, and the page says who', async () => {
    const pairing = await aPairing(portal);
    const colleague = await anActor(portal, '周工', pairing.firm, 'FIRM_MEMBER');
    const link = await linkFor(pairing, { id: pairing.firm.id, member: colleague });
    await pairing.answer(pairing.firm, 'AGREE');
    const page = await send(link, { answer: 'DECLINE' });
    expect([page.status, page.text.includes(`${pairing.firm.member.name}已经答复`)]).toEqual([410, true]);
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
  });

  it('comes too late when the link has expired, and is nobody’s with a made-up link', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm, DAY);
    portal.clock.goTo('2026-11-24T02:00:01Z');
    expect([(await open(link)).status, (await open(link)).text.includes('登录后在“我的对接”办理')]).toEqual([410, true]);
    for (const made of ['/answer/abc', `/answer/${'A'.repeat(64)}`, `${link}A`]) expect((await send(made, { answer: 'AGREE' })).status).toBe(404);
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED');
  });

  it('of two presses at once counts one', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm);
    const pressed = await Promise.all([1, 2, 3].map(() => send(link, { answer: 'AGREE' })));
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it('is not open to somebody who has left the firm', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm);
    await portal.sql('update account.membership set ended_at = now() where account_id = $1', [pairing.firm.member.accountId]);
    expect((await send(link, { answer: 'AGREE' })).status).toBe(410);
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED');
  });
});

describe('an answer by mail while decisions are held', () => {
  beforeAll(async () => {
    portal = await openPortal({ DECISION_HOLD_SECONDS: '600' });
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.goTo('2026-11-23T02:00:00Z'));

  it('can be changed for ten minutes by whoever gave it, with the same link and without signing in', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm);
    const thanks = await send(link, { answer: 'DECLINE', reason: '点错了' });
    expect([thanks.status, thanks.text.includes('11月23日10:10前可改'), thanks.text.includes(`action="${link}/change"`)]).toEqual([200, true, true]);
    // Looking again, and pressing the old page's button again, shows what is recorded and changes nothing.
    for (const again of [await open(link), await send(link, { answer: 'AGREE' })]) {
      expect([again.status, again.text.includes('您已选择暂不对接')]).toEqual([200, true]);
    }
    expect(await pairing.states()).toBe('ASKING/ASKED/DECLINED');
    const back = await send(`${link}/change`, {});
    expect([back.status, back.headers.location]).toEqual([303, link]);
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED');
    expect((await open(link)).text).toContain('提交答复');
    expect((await send(link, { answer: 'AGREE' })).text).toContain('您已同意对接');
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
  });

  it('is not changed by GET, by a stranger’s link or once it has been told', async () => {
    const pairing = await aPairing(portal);
    const link = await linkFor(pairing, pairing.firm);
    expect((await send(`${link}/change`, {})).status).toBe(410);
    await send(link, { answer: 'AGREE' });
    expect((await open(`${link}/change`)).status).toBe(405);
    expect((await send(`${await linkFor(pairing, pairing.unit)}/change`, {})).status).toBe(410);
    expect((await send(`/answer/${'A'.repeat(64)}/change`, {})).status).toBe(404);
    await portal.sql(`delete from outbox.dispatch`);
    const late = await send(`${link}/change`, {});
    expect([late.status, late.text.includes('已生效')]).toEqual([409, true]);
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
    // The link stays used.
    const [row] = await portal.sql('select used_at is not null as used from account.link_token where account_id = $1', [pairing.firm.member.accountId]);
    expect(row).toEqual({ used: true });
  });

  it('of a colleague is not theirs to change', async () => {
    const pairing = await aPairing(portal);
    const colleague = await anActor(portal, '周工', pairing.firm, 'FIRM_MEMBER');
    const theirs = await linkFor(pairing, { id: pairing.firm.id, member: colleague });
    await send(await linkFor(pairing, pairing.firm), { answer: 'AGREE' });
    expect([(await open(theirs)).status, (await send(`${theirs}/change`, {})).status]).toEqual([410, 410]);
    expect(await pairing.states()).toBe('ASKING/ASKED/AGREED');
  });

  it('can be changed in the list of pairings too', async () => {
    const pairing = await aPairing(portal);
    const firm = await portal.signedIn(pairing.firm, 'FIRM_ADMIN');
    await firm.post(`/api/pairings/${pairing.pairingId}/answer`, { round: 1, answer: 'AGREE' });
    const mine = async () => (await firm.get('/api/pairings')).json<PartyPairingListView>().items.find(({ id }) => id === pairing.pairingId);
    expect(await mine()).toMatchObject({ changeUntil: '2026-11-23T02:10:00.000Z', canAnswer: false, canRevoke: false, contactsOpen: false });
    const back = await firm.post(`/api/pairings/${pairing.pairingId}/take-back`, { round: 1 });
    expect([back.status, back.json()]).toMatchObject([200, { status: 'ASKED', changeUntil: null }]);
    expect(await mine()).toMatchObject({ changeUntil: null, canAnswer: true });
    await firm.post(`/api/pairings/${pairing.pairingId}/answer`, { round: 1, answer: 'AGREE' });
    portal.clock.goTo('2026-11-23T02:10:00Z');
    // From now on a yes is taken back as one that stands, and the other side is told.
    expect(await mine()).toMatchObject({ changeUntil: null, canAnswer: false, canRevoke: true });
  });
});
