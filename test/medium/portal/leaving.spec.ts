import type { MembersView, MemberView, Role, SessionView } from '@mantianxing/contracts';
import { CreateAccount } from '@mantianxing/account';
import { aFirm, aUnit, theOffice, type BuiltFirm } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type Answer, type Browser, type TestPortal } from '../../support/builders/portal';

describe('somebody who leaves', () => {
  let portal: TestPortal;
  let firm: BuiltFirm;
  let admin: Browser;
  let people = 0;
  beforeAll(async () => {
    portal = await openPortal();
    firm = await aFirm(portal);
    admin = await portal.signedIn(firm, 'FIRM_ADMIN');
  });
  afterAll(() => portal.close());

  const enter = async (login: string) => {
    const browser = portal.browser();
    return { browser, answer: await browser.signIn(login) };
  };
  /** A colleague with these roles, signed in at two places. */
  const somebody = async (...roles: [organization: { id: string }, role: Role][]) => {
    const login = `likai-${(people += 1)}`;
    const memberships = (roles.length > 0 ? roles : [[firm, 'FIRM_MEMBER'] as const]).map(([{ id: organizationId }, role]) => ({ organizationId, role }));
    const id = await portal.get(CreateAccount).execute({ login, password: PASSWORD, person: { name: `李${people}` }, memberships });
    return { login, id, places: [(await enter(login)).browser, (await enter(login)).browser] };
  };
  const linesOf = async (browser: Browser, of: { id: string } = firm) =>
    (await browser.get(`/api/members/organizations/${of.id}`)).json<MembersView>().members;
  const lineOf = async (accountId: string): Promise<MemberView> =>
    (await linesOf(admin)).find((member) => member.accountId === accountId) as MemberView;
  const end = (browser: Browser, { membershipId }: MemberView) => browser.post(`/api/members/${membershipId}/end`);
  const isIn = async (browser: Browser) => (await browser.get('/api/inbox')).status === 200;
  const codeOf = ({ status, text }: Answer) => [status, (JSON.parse(text || '{}') as { code?: string }).code];

  it('is out at once, in every browser, and no longer on the list', async () => {
    const { id, login, places } = await somebody();
    const [colleague] = (await somebody()).places;
    const line = await lineOf(id);
    expect(line.mayEnd).toBe(true);
    expect((await end(admin, line)).status).toBe(204);
    for (const place of places) expect(await isIn(place)).toBe(false);
    expect((await linesOf(admin)).map(({ accountId }) => accountId)).not.toContain(id);
    expect((await enter(login)).answer.json<SessionView>().account?.memberships).toEqual([]);
    expect(await isIn(colleague as Browser)).toBe(true);
    expect(codeOf(await end(admin, line))).toEqual([409, 'MEMBERSHIP_ENDED']);
  });

  it('keeps the role in another organisation, with a new sign-in', async () => {
    const unit = await aUnit(portal);
    const { id, login, places } = await somebody([firm, 'FIRM_MEMBER'], [unit, 'DEPARTMENT_MEMBER']);
    expect((await end(admin, await lineOf(id))).status).toBe(204);
    expect(await isIn(places[0] as Browser)).toBe(false);
    const { browser } = await enter(login);
    expect((await browser.visit()).account?.memberships).toMatchObject([{ organizationId: unit.id, role: 'DEPARTMENT_MEMBER' }]);
  });

  it('is nobody another organisation could send away: to it neither list nor member is there', async () => {
    const { id, places } = await somebody();
    const line = await lineOf(id);
    const strangers = [await portal.signedIn(await aFirm(portal), 'FIRM_ADMIN'), await portal.signedIn(await aUnit(portal), 'DEPARTMENT_ADMIN')];
    for (const stranger of strangers) {
      expect(codeOf(await stranger.get(`/api/members/organizations/${firm.id}`))).toEqual([404, 'ORGANIZATION_NOT_FOUND']);
      expect(codeOf(await end(stranger, line))).toEqual([404, 'MEMBER_NOT_FOUND']);
      expect((await stranger.post(`/api/members/accounts/${id}/disable`)).status).toBe(403);
    }
    for (const place of places) expect(await isIn(place)).toBe(true);
  });

  it('is not oneself, nor somebody whose role is above the one who acts', async () => {
    const own = (await linesOf(admin)).find(({ isSelf }) => isSelf) as MemberView;
    expect(codeOf(await end(admin, own))).toEqual([403, 'NOT_ONESELF']);
    const office = await theOffice(portal);
    const coordinator = await portal.signedIn(office, 'COORDINATOR');
    const { id, places } = await somebody([office, 'ADMIN']);
    const above = (await linesOf(coordinator, office)).find(({ accountId }) => accountId === id) as MemberView;
    expect(above.mayEnd).toBe(false);
    expect(codeOf(await end(coordinator, above))).toEqual([403, 'ROLE_NOT_YOURS']);
    expect(await isIn(places[0] as Browser)).toBe(true);
  });

  it('has the whole account closed by an admin of the district: sessions end, the password opens nothing, until it is opened again', async () => {
    const { id, login, places } = await somebody();
    const keeper = await portal.signedIn(await theOffice(portal), 'ADMIN');
    expect((await keeper.post(`/api/members/accounts/${id}/disable`)).status).toBe(204);
    for (const place of places) expect(await isIn(place)).toBe(false);
    expect(codeOf((await enter(login)).answer)).toEqual([401, 'WRONG_CREDENTIALS']);
    expect((await lineOf(id)).isDisabled).toBe(true);
    expect((await keeper.post(`/api/members/accounts/${id}/enable`)).status).toBe(204);
    expect(await isIn(places[0] as Browser)).toBe(false);
    expect((await enter(login)).answer.status).toBe(200);
  });

  it('is closed out by nobody but an admin, who cannot close out themselves', async () => {
    const { id, places } = await somebody();
    const office = await theOffice(portal);
    const coordinator = await portal.signedIn(office, 'COORDINATOR');
    const auditor = await portal.signedIn(office, 'AUDITOR');
    for (const browser of [admin, coordinator, auditor, places[0] as Browser]) {
      expect((await browser.post(`/api/members/accounts/${id}/disable`)).status).toBe(403);
    }
    const keeper = await portal.signedIn(office, 'ADMIN');
    const own = (await keeper.visit()).account?.id as string;
    expect(codeOf(await keeper.post(`/api/members/accounts/${own}/disable`))).toEqual([403, 'NOT_ONESELF']);
    expect(await isIn(places[0] as Browser)).toBe(true);
  });

  it('in another district is not there for this one’s admin', async () => {
    const far = await aFirm(portal);
    const { id, places } = await somebody([far, 'FIRM_ADMIN']);
    await portal.sql(`update organization.organization set district_code = '500112' where id = $1`, [far.id]);
    const keeper = await portal.signedIn(await theOffice(portal), 'ADMIN');
    expect(codeOf(await keeper.post(`/api/members/accounts/${id}/disable`))).toEqual([404, 'MEMBER_NOT_FOUND']);
    expect((await keeper.get(`/api/members/organizations/${far.id}`)).status).toBe(404);
    expect(await isIn(places[0] as Browser)).toBe(true);
  });
});
