import { aUnit, theOffice } from '../../support/builders/organizations';
import { openPortal, type TestPortal } from '../../support/builders/portal';
import { waitUntil } from '../../support/wait-until';

interface Entry {
  action: string;
  account_id: string | null;
  subject_id: string;
  address: string;
  agent: string;
  operation: string;
  roles: string[];
  changes: object;
}

describe('what people do at the portal', () => {
  let portal: TestPortal;
  beforeAll(async () => void (portal = await openPortal()));
  afterAll(() => portal.close());

  const entries = (action: string) => portal.sql<Entry>('select * from audit.entry where action = $1 order by id', [action]);
  const some = (action: string) =>
    waitUntil(async () => (await entries(action)).length > 0, { timeoutMs: 5000, what: `an entry ${action}` }).then(() => entries(action));

  it('is logged when they sign in, fail to and sign out, with address and browser, never what they typed', async () => {
    const browser = await portal.signedIn(await aUnit(portal), 'DEPARTMENT_MEMBER');
    const [signedIn] = await some('signed-in');
    expect(signedIn).toMatchObject({ roles: ['D'], address: '127.0.0.1', agent: 'lightMyRequest', operation: 'POST /api/session' });
    expect(signedIn?.subject_id).toBe(signedIn?.account_id);
    await browser.form('/sign-out', { _csrf: browser.csrfToken });
    expect((await some('signed-out')).length).toBe(1);

    await portal.browser().signIn('person-1', '不是这个口令的口令');
    await portal.browser().signIn('nobody-knows-him', '不是这个口令的口令');
    await waitUntil(async () => (await entries('sign-in-failed')).length === 2, { timeoutMs: 5000, what: 'both failures' });
    const failed = await entries('sign-in-failed');
    expect(failed.map(({ subject_id }) => subject_id).sort()).toEqual(['', signedIn?.subject_id].sort());
    expect(failed.map(({ changes }) => changes)).toEqual([{ code: 'WRONG_CREDENTIALS' }, { code: 'WRONG_CREDENTIALS' }]);
    expect(JSON.stringify(await portal.sql('select * from audit.entry'))).not.toMatch(/nobody-knows-him|不是这个口令/);
  });

  it('is logged when they are refused, with the object they asked for', async () => {
    const id = '01a200f2-c669-74ca-a50e-1e7499fe2718';
    const coordinator = await portal.signedIn(await theOffice(portal), 'COORDINATOR');
    expect((await coordinator.post(`/api/suggestions/${id}/approve`, { version: 1 })).status).toBe(403);
    const [refused] = await some('refused');
    expect(refused).toMatchObject({ roles: ['C'], subject_id: id, operation: 'POST /api/suggestions/:id/approve' });
  });
});
