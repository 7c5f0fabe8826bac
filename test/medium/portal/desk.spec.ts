import type { CapabilityView, DecisionView, PartySuggestionListView, ProblemView, ReviewQueueView, ScenarioView, SuggestionView } from '@mantianxing/contracts';
import { WithdrawScenario } from '@mantianxing/scenario';
import { aCapability } from '../../support/builders/capability';
import { aFirm, aUnit, theOffice, type BuiltFirm, type BuiltUnit } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';
import { aScenario, COMPLETE_SCENARIO } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';

describe('the review desk and the two sides', () => {
  let portal: TestPortal;
  let matchmaker: Browser;
  let unit: BuiltUnit;
  let firm: BuiltFirm;
  let department: Browser;
  let supplier: Browser;
  let scenario: ScenarioView;
  let capability: CapabilityView;
  beforeAll(async () => {
    portal = await openPortal({ DECISION_HOLD_SECONDS: '600' });
    matchmaker = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    [unit, firm] = [await aUnit(portal), await aFirm(portal)];
    department = await portal.signedIn(unit, 'DEPARTMENT_MEMBER');
    supplier = await portal.signedIn(firm, 'FIRM_MEMBER');
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    await portal.sql('truncate pairing.suggestion cascade');
    scenario = await aScenario(portal).of(unit).published();
    capability = await aCapability(portal).of(firm).published();
    await propose(portal, scenario, [aProposal(capability, { missing: ['违规停放'] })]);
  });

  const queue = async (query = '') => (await matchmaker.get(`/api/suggestions${query}`)).json<ReviewQueueView>();
  const first = async () => {
    const [row] = (await queue()).rows;
    if (!row) throw new Error('the queue is empty');
    return row;
  };
  const decide = async (what: string, body: object = {}) => {
    const row = (await queue(what === 'undo' ? '?status=APPROVED' : '')).rows[0];
    return matchmaker.post(`/api/suggestions/${row?.id}/${what}`, { version: row?.version, ...body });
  };
  const candidates = async (browser = department) =>
    (await browser.get(`/api/scenario-candidates/${scenario.id}`)).json<PartySuggestionListView>();
  const later = (minutes: number) => portal.clock.goTo(new Date(portal.clock.at.getTime() + minutes * 60_000).toISOString());

  it('lists a suggestion with both names and the score out of a hundred', async () => {
    const { rows, total, enough, approvedOf } = await queue();
    expect({ total, enough, approvedOf }).toEqual({ total: 1, enough: 3, approvedOf: {} });
    expect(rows[0]).toMatchObject({ scenarioTitle: '老旧小区充电安全监测', organizationName: unit.name, capabilityName: '视频烟火识别与联动平台', firmName: firm.name, band: 'RECOMMENDED', score: 80 });
  });

  it('finds by name, band and scenario', async () => {
    expect((await queue(`?q=${encodeURIComponent('烟火')}`)).total).toBe(1);
    expect((await queue(`?q=${encodeURIComponent('公文')}`)).total).toBe(0);
    expect((await queue('?band=CANDIDATE')).total).toBe(0);
    expect((await queue(`?scenarioId=${scenario.id}&by=firm`)).total).toBe(1);
    expect((await matchmaker.get('/api/suggestions?band=BEST')).status).toBe(422);
  });

  it('opens both texts with the reasons, and no contact', async () => {
    const answer = await matchmaker.get(`/api/suggestions/${(await first()).id}`);
    const view = answer.json<SuggestionView>();
    expect(view).toMatchObject({ missing: ['违规停放'], exposure: { suggested: 1, introduced: 0 }, scenario: { need: COMPLETE_SCENARIO.need } });
    expect(view.reasons[0]?.sentence).toBe('双方都提到“烟火识别”');
    for (const secret of [COMPLETE_SCENARIO.contactPhone, COMPLETE_SCENARIO.contactEmail, COMPLETE_SCENARIO.contactName]) expect(answer.text).not.toContain(secret);
  });

  it('approves once; the second hears who was quicker', async () => {
    const { id, version } = await first();
    const approved = await decide('approve');
    expect([approved.status, approved.json<DecisionView>().statusLabel]).toEqual([200, '已通过']);
    const colleague = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    const late = await colleague.post(`/api/suggestions/${id}/reject`, { version, reasonCode: 'OTHER', note: '不合适' });
    expect(late.status).toBe(409);
    expect(late.json<ProblemView>().facts).toMatchObject({ statusLabel: '已通过', decidedBy: expect.stringMatching(/^张\d/), version: version + 1 });
    expect((await queue('?status=APPROVED')).approvedOf).toEqual({ [scenario.id]: 1 });
  });

  it('refuses to approve what has left meanwhile', async () => {
    await portal.get(WithdrawScenario).execute(unit.member, scenario.id, scenario.version, '需求调整');
    expect((await decide('approve')).json<ProblemView>().code).toBe('SIDE_LEFT');
  });

  it('takes a decision back', async () => {
    await decide('approve');
    expect((await decide('undo')).json<DecisionView>().status).toBe('OPEN');
    expect((await queue()).total).toBe(1);
  });

  it('asks for a note with “其他”', async () => {
    const answer = await decide('reject', { reasonCode: 'OTHER' });
    expect([answer.status, answer.json<ProblemView>().problems[0]?.field]).toEqual([422, 'note']);
  });

  it('shows both sides band and reasons, never the figure', async () => {
    for (const url of [`/api/scenario-candidates/${scenario.id}`, '/api/firm-matches']) {
      const answer = await (url.includes('firm') ? supplier : department).get(url);
      const [item] = answer.json<PartySuggestionListView>().items;
      expect(item).toMatchObject({ band: 'RECOMMENDED', stateLabel: '审核中', reasons: ['双方都提到“烟火识别”'], missing: ['违规停放'] });
      expect(answer.text).not.toMatch(/"score"|contribution|0\.8/);
    }
  });

  it('tells the sides of a decision only when it can no longer be taken back', async () => {
    await decide('approve');
    expect((await candidates()).items[0]?.stateLabel).toBe('审核中');
    later(11);
    expect((await candidates()).items[0]?.stateLabel).toBe('通过');
  });

  it('says 未通过 without telling the firm why', async () => {
    await decide('reject', { reasonCode: 'SCALE', note: '规模太小' });
    later(11);
    const answer = await supplier.get('/api/firm-matches');
    expect(answer.json<PartySuggestionListView>().items[0]?.stateLabel).toBe('未通过');
    expect(answer.text).not.toMatch(/规模/);
  });

  it('keeps weak pairs with the staff', async () => {
    const other = await aScenario(portal).of(unit).published();
    await propose(portal, other, [aProposal(capability, { band: 'WEAK', score: 0.3 })], { digest: 'x' });
    const list = (await department.get(`/api/scenario-candidates/${other.id}`)).json<PartySuggestionListView>();
    expect(list.items).toEqual([]);
    expect((await queue()).total).toBe(2);
  });

  it('says that matching is still under way until a run has seen the present content', async () => {
    const fresh = await aScenario(portal).of(unit).published();
    const ask = async () => (await department.get(`/api/scenario-candidates/${fresh.id}`)).json<PartySuggestionListView>();
    expect(await ask()).toMatchObject({ items: [], matching: true, gap: false });
    const [{ digest = '' } = {}] = await portal.sql<{ digest: string }>('select match_digest as digest from scenario.scenario where id = $1', [fresh.id]);
    await propose(portal, fresh, [aProposal(capability)], { digest });
    expect(await ask()).toMatchObject({ items: [{ band: 'RECOMMENDED' }], matching: false });
  });

  it('shows a scenario’s candidates to its own unit and the staff, and to nobody else', async () => {
    const stranger = await portal.signedIn(await aUnit(portal), 'DEPARTMENT_ADMIN');
    expect((await stranger.get(`/api/scenario-candidates/${scenario.id}`)).status).toBe(404);
    expect((await candidates(matchmaker)).items).toHaveLength(1);
    const rival = await portal.signedIn(await aFirm(portal), 'FIRM_ADMIN');
    expect((await rival.get('/api/firm-matches')).json<PartySuggestionListView>().items).toEqual([]);
  });

  it('answers 404 for a suggestion and a message that do not exist', async () => {
    const nothing = '01a200f2-c669-74ca-a50e-1e7499fe2718';
    expect((await matchmaker.get(`/api/suggestions/${nothing}`)).status).toBe(404);
    expect((await matchmaker.post(`/api/inbox/${nothing}/read`)).status).toBe(404);
  });
});
