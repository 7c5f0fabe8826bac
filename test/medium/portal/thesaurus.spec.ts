import type { ThesaurusCheckView, ThesaurusView } from '@mantianxing/contracts';
import { aFirm, aUnit, theOffice } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';

const path = (name: string, step: string) => `/api/thesaurus/${encodeURIComponent(name)}/${step}`;

describe('the thesaurus in the portal', () => {
  let portal: TestPortal;
  let staff: Browser;
  beforeAll(async () => {
    portal = await openPortal();
    staff = await portal.signedIn(await theOffice(portal), 'COORDINATOR');
  });
  afterAll(() => portal.close());

  const list = async (q = '') => (await staff.get(`/api/thesaurus?q=${encodeURIComponent(q)}`)).json<ThesaurusView>();

  it('is closed to departments and firms, and only to be read by auditors', async () => {
    const office = await theOffice(portal);
    const outsiders = [
      await portal.signedIn(await aUnit(portal), 'DEPARTMENT_ADMIN'),
      await portal.signedIn(await aFirm(portal), 'FIRM_ADMIN'),
    ];
    for (const outsider of outsiders) {
      expect((await outsider.get('/api/thesaurus')).status).toBe(403);
      expect((await outsider.post('/api/thesaurus', { entry: { name: '星汉摆渡仪' } })).status).toBe(403);
      expect((await outsider.post(path('软件', 'retire'), { reason: '试' })).status).toBe(403);
    }
    const auditor = await portal.signedIn(office, 'AUDITOR');
    expect((await auditor.get('/api/thesaurus')).status).toBe(200);
    expect((await auditor.post(path('软件', 'retire'), { reason: '试' })).status).toBe(403);
    expect((await list()).version).toBe(0);
  });

  it('shows every entry of the edition, page by page', async () => {
    const first = await list();
    const last = (await staff.get(`/api/thesaurus?page=${Math.ceil(first.total / first.pageSize)}`)).json<ThesaurusView>();
    expect(first.items).toHaveLength(first.pageSize);
    expect(last.items.length).toBeGreaterThan(0);
    expect(first.total).toBe(first.inForce);
  });

  it('finds an entry by any of its wordings, in either script', async () => {
    expect((await list('軟體')).items[0]?.entry.name).toBe('软件');
    expect((await list('查無此詞')).items).toEqual([]);
  });

  it('adds, retires and restores, and says who did it', async () => {
    const entry = { name: '星汉摆渡仪', synonyms: ['星汉摆渡机'], broader: [{ name: '软件', weight: 0.4 }] };
    const added = await staff.post('/api/thesaurus', { entry, note: '企业常用' });
    expect(added.json()).toEqual({ version: 1 });
    expect((await list('星汉摆渡机')).items[0]).toMatchObject({ builtIn: false, retired: false, entry, last: { change: 'ADDED', note: '企业常用' } });
    expect((await staff.post(path('星汉摆渡仪', 'retire'), { reason: '已并入其他词' })).json()).toEqual({ version: 2 });
    expect((await list('星汉摆渡仪')).items[0]).toMatchObject({ retired: true, last: { change: 'RETIRED', note: '已并入其他词' } });
    expect((await staff.post(path('星汉摆渡仪', 'restore'), { reason: '撤销停用', builtIn: false })).json()).toEqual({ version: 3 });
    const { version, changes } = await list();
    expect([version, changes.map(({ change }) => change)]).toEqual([3, ['RESTORED', 'RETIRED', 'ADDED']]);
    expect(changes[0]?.by).toMatch(/^张/);
  });

  it('says at which field an entry is at fault, before and at saving', async () => {
    const entry = { name: '鹊桥夜渡', synonyms: ['软件'], answers: [{ name: '没有的产品', weight: 0.5 }] };
    const { problems } = (await staff.post('/api/thesaurus/check', entry)).json<ThesaurusCheckView>();
    expect(problems.map(({ field }) => field)).toEqual(['synonyms', 'answers']);
    const answer = await staff.post('/api/thesaurus', { entry });
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'THESAURUS_REFUSED', problems });
  });

  it('wants a reason for taking an entry out', async () => {
    expect((await staff.post(path('软件', 'retire'), { reason: ' ' })).status).toBe(422);
    expect((await list('软件')).items[0]?.retired).toBe(false);
  });
});
