import type { CapabilityView, PartySuggestionListView, ReviewQueueView, ScenarioView, SuggestionView } from '@mantianxing/contracts';
import { aCapability } from '../../support/builders/capability';
import { aFirm, aUnit, theOffice, type BuiltFirm, type BuiltUnit } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';
import { aScenario } from '../../support/builders/scenario';
import { aConsortium, propose } from '../../support/builders/suggestions';

describe('a consortium on the portal', () => {
  let portal: TestPortal;
  let matchmaker: Browser;
  let unit: BuiltUnit;
  let [leading, joining]: BuiltFirm[] = [];
  let lead: CapabilityView;
  let partner: CapabilityView;
  let scenario: ScenarioView;
  beforeAll(async () => {
    portal = await openPortal({ DECISION_HOLD_SECONDS: '600' });
    matchmaker = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    unit = await aUnit(portal);
    [leading, joining] = [await aFirm(portal), await aFirm(portal)];
    lead = await aCapability(portal).of(leading).published();
    partner = await aCapability(portal).of(joining).published();
    scenario = await aScenario(portal).of(unit).published();
    await propose(portal, scenario, [aConsortium(lead, partner)]);
  });
  afterAll(() => portal.close());

  const queue = async (query = '') => (await matchmaker.get(`/api/suggestions${query}`)).json<ReviewQueueView>();
  const seenBy = async (browser: Browser, url: string) => (await browser.get(url)).json<PartySuggestionListView>().items[0];
  const asPartner = ({ id, firmId, content }: CapabilityView, firm: BuiltFirm | undefined) => ({
    capabilityId: id, capabilityName: content.name, firmId, firmName: firm?.name,
  });

  it('is one row of the desk that names the lead and its partner, and is found by either', async () => {
    const { rows, total } = await queue();
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ firmName: leading?.name, partners: [asPartner(partner, joining)] });
    for (const firm of [leading, joining]) expect((await queue(`?q=${encodeURIComponent(firm?.name ?? '')}`)).total).toBe(1);
  });

  it('opens with the texts of all members, the lead first, and whose each reason is', async () => {
    const [row] = (await queue()).rows;
    const view = (await matchmaker.get(`/api/suggestions/${row?.id}`)).json<SuggestionView>();
    expect(view.members.map(({ id }) => id)).toEqual([lead.id, partner.id]);
    expect(view.capability.id).toBe(lead.id);
    expect(view.reasons.map(({ kind, capabilityId }) => [kind, capabilityId])).toEqual([
      ['CONSORTIUM', undefined], ['SAME_WORD', lead.id], ['SAME_WORD', partner.id], ['SECTOR', undefined],
    ]);
  });

  it('shows each firm its own part and who the other is', async () => {
    const sees = async (firm: BuiltFirm | undefined) => seenBy(await portal.signedIn(firm as BuiltFirm, 'FIRM_MEMBER'), '/api/firm-matches');
    expect(await sees(leading)).toMatchObject({
      capabilityId: lead.id, partners: [asPartner(partner, joining)],
      reasons: ['甲覆盖“烟火识别”，乙覆盖“充电桩”，合计9/12项', '双方都提到“烟火识别”', '同属“应急消防”'],
    });
    expect(await sees(joining)).toMatchObject({
      capabilityId: partner.id, partners: [asPartner(lead, leading)],
      reasons: ['甲覆盖“烟火识别”，乙覆盖“充电桩”，合计9/12项', '双方都提到“充电桩”', '同属“应急消防”'],
    });
  });

  it('shows the unit all members and all reasons', async () => {
    const department = await portal.signedIn(unit, 'DEPARTMENT_MEMBER');
    const item = await seenBy(department, `/api/scenario-candidates/${scenario.id}`);
    expect(item).toMatchObject({ capabilityId: lead.id, partners: [asPartner(partner, joining)] });
    expect(item?.reasons).toHaveLength(4);
  });
});
