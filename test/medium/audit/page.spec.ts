import type { AuditLogView } from '@mantianxing/contracts';
import { fieldWord, subjectWord } from '../../../apps/web-portal/client/src/audit/audit-words';
import { isWatched } from '../../../libs/database/src/audit/watch-tables';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';

const UNKNOWN_ID = '01a200f2-c669-74ca-a50e-1e7499fe2718';

describe('the auditor’s page', () => {
  let portal: TestPortal;
  let auditor: Browser;
  beforeAll(async () => {
    portal = await openPortal();
    const office = await theOffice(portal);
    auditor = await portal.signedIn(office, 'AUDITOR');
    for (let made = 0; made < 60; made += 1) {
      await portal.sql(`select audit.record('exported', 'page', $1, '{}')`, [`row-${made}`]);
    }
  });
  afterAll(() => portal.close());

  const read = async (query = '') => (await auditor.get(`/api/audit${query}`)).json<AuditLogView>();

  it('is the auditor’s alone, and takes no filter it does not know', async () => {
    expect((await portal.browser().get('/api/audit')).status).toBe(401);
    const office = await theOffice(portal);
    for (const role of ['ADMIN', 'COORDINATOR', 'MATCHMAKER'] as const) expect((await (await portal.signedIn(office, role)).get('/api/audit')).status).toBe(403);
    for (const query of ['?colour=red', '?action=danced', '?from=today', '?before=1']) expect([query, (await auditor.get(`/api/audit${query}`)).status]).toEqual([query, 422]);
  });

  it('shows the newest first, fifty at a time, and goes on where it stopped without showing one twice', async () => {
    const first = await read('?action=exported');
    expect(first.items).toHaveLength(50);
    const rest = await read(`?action=exported&before=${first.next}`);
    expect(rest.next).toBeUndefined();
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort().reverse());
    expect([...first.items, ...rest.items].filter(({ subjectKind }) => subjectKind === 'page')).toHaveLength(60);
  });

  it('finds by what was done, by whom, about what and when', async () => {
    const signedIn = await read('?action=signed-in');
    expect(signedIn.items.length).toBeGreaterThan(0);
    expect(new Set(signedIn.items.map(({ action, actionLabel }) => `${action} ${actionLabel}`))).toEqual(new Set(['signed-in 登录']));
    const about = await read('?subject=row-7');
    expect(about.items.map(({ subjectId }) => subjectId)).toEqual(['row-7']);
    const byName = await read('?who=person-1&action=signed-in');
    expect(byName.items.map(({ who, roles }) => [who, roles])).toEqual([['张1', ['U']]]);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await read(`?subject=row-7&from=${today}&to=${today}`)).items).toHaveLength(1);
    expect((await read('?to=2020-01-01')).items).toEqual([]);
    expect((await read('?from=2030-01-01')).items).toEqual([]);
  });

  it('says that there is nothing where nothing is found', async () => {
    for (const query of ['?who=nobody-here', `?who=${UNKNOWN_ID}`, '?subject=nothing']) expect([query, await read(query)]).toEqual([query, { items: [] }]);
  });

  it('is an entry itself each time somebody looks, but not for each further page', async () => {
    const looks = async () =>
      Number((await portal.sql<{ looks: string }>(`select count(*) as looks from audit.entry where subject_kind = 'audit.entry' and action = 'exported'`))[0]?.looks);
    const before = await looks();
    const { next } = await read('?action=exported');
    await read(`?action=exported&before=${next}`);
    expect(await looks()).toBe(before + 1);
  });

  it('has a Chinese name for every table the log watches', async () => {
    const tables = await portal.sql<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^pg_|^information_schema$|^audit$|^bullmq$' order by 1`,
    );
    const watched = tables.map(({ name }) => name).filter(isWatched);
    expect(watched.length).toBeGreaterThan(30);
    expect(watched.filter((name) => subjectWord(name) === '')).toEqual([]);
    expect(subjectWord('route')).toBe('访问');
  });

  it('has a Chinese name for every column of them', async () => {
    const columns = await portal.sql<{ of: string; name: string }>(
      `select table_schema || '.' || table_name as of, column_name as name from information_schema.columns
       where table_schema !~ '^pg_|^information_schema$|^audit$|^bullmq$' order by 1, 2`,
    );
    const watched = columns.filter(({ of }) => isWatched(of));
    expect(watched.length).toBeGreaterThan(200);
    expect(watched.filter(({ of, name }) => fieldWord(of, name) === '')).toEqual([]);
  });
});
