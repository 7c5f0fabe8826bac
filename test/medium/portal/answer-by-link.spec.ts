import { LinkTokens } from '@mantianxing/account';
import { UnitOfWork } from '@mantianxing/database';
import { anActor } from '../../support/builders/market';
import { openPortal, type Answer, type TestPortal } from '../../support/builders/portal';
import { aPairing, withContact, type AskedPairing, type Party } from '../../support/stories/asked-pairing';

const CONTACT = { name: '赵工', phone: '13900002222', email: 'zhao@firm.test' };
const DAY = 86_400_000;

describe('an answer by mail', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.goTo('2026-11-23T02:00:00Z'));

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

  it('shows what is asked, the other side’s public facts and no contact, to whoever has the link', async () => {
    const pairing = await aPairing(portal);
    await withContact(portal, pairing.firm, CONTACT);
    const page = await open(await linkFor(pairing, pairing.unit));
    expect(page.status).toBe(200);
    for (const text of ['是否同意与对方对接', '2026年12月7日', pairing.firm.name, '视频烟火识别与联动平台', '双方都同意后才互见联系方式']) expect(page.text).toContain(text);
    const toFirm = await open(await linkFor(pairing, pairing.firm));
    for (const text of [pairing.scenario.content.title, pairing.unit.name, '贵公司能力']) expect(toFirm.text).toContain(text);
    expect(`${page.text}${toFirm.text}`).not.toMatch(/1[3-9]\d{9}|13800001234|周敏|@firm/);
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
    expect(thanks.text).not.toMatch(/1[3-9]\d{9}/);
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
