import { messageOf } from '@mantianxing/notification';
import { LapsePairings, ReadSuggestions, ReviewSuggestion } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { aFirm, theOffice, type BuiltFirm } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aConsortium, propose } from '../../support/builders/suggestions';
import { openToldMarket, type ToldMarket } from '../../support/builders/told-market';

describe('who is told of a consortium', () => {
  let market: ToldMarket;
  let joining: BuiltFirm;
  let partnerId: string;
  beforeAll(async () => {
    market = await openToldMarket();
    joining = await aFirm(market, { name: '听澜设备有限公司' });
    const lead = await aCapability(market).of(market.firm).published();
    const partner = await aCapability(market).with({ name: '充电桩监测终端' }).of(joining).published();
    partnerId = partner.id;
    const scenario = await aScenario(market).of(market.unit).published();
    await propose(market, scenario, [aConsortium(lead, partner)]);
    const { matchmaker: actor } = await theOffice(market);
    const [row] = await market.get(ReadSuggestions).queue(actor, { scenarioId: scenario.id });
    const order = { actor, suggestionId: row?.id ?? '', version: row?.version ?? 0, note: '' };
    await market.get(ReviewSuggestion).approve(order, { scenarioLive: true, capabilityLive: true });
    await market.tell();
  });
  afterAll(() => market.close());

  /** The first paragraph that each person was sent under a template. */
  async function told(template: string): Promise<Record<string, string | undefined>> {
    const rows = await market.sql<{ name: string; template: string; params: object }>(
      `select p.name, n.template, n.params from notification.notification n
       join account.account a on a.id = n.recipient_id join account.person p on p.id = a.person_id where n.template = $1`,
      [template],
    );
    return Object.fromEntries(rows.map(({ name, ...said }) => [name, messageOf(said).paragraphs[0]]));
  }

  it('each firm hears with whom, and who covers what first', async () => {
    const messages = await told('consent.asked.firm');
    expect(messages[market.firm.member.name]).toContain('可由贵公司“视频烟火识别与联动平台”与听澜设备有限公司的“充电桩监测终端”组成联合体承接');
    expect(messages[joining.member.name]).toContain('可由贵公司“充电桩监测终端”与山城安联科技有限公司的“视频烟火识别与联动平台”组成联合体承接');
    expect(messages[joining.member.name]).toContain('主要理由：甲覆盖“烟火识别”，乙覆盖“充电桩”，合计9/12项；');
  });

  it('the unit hears of all members', async () => {
    expect((await told('consent.asked.unit'))[market.unit.member.name]).toContain(
      '山城安联科技有限公司的“视频烟火识别与联动平台”与听澜设备有限公司的“充电桩监测终端”可组成联合体承接贵单位《老旧小区充电安全监测》',
    );
  });

  it('when one member leaves, the other hears that it was not its own doing', async () => {
    await market.sql(`update capability.capability set status = 'SUSPENDED' where id = $1`, [partnerId]);
    await market.get(LapsePairings).execute('capability', partnerId);
    await market.tell();
    const messages = await told('pairing.lapsed.firm');
    expect(messages[joining.member.name]).toContain('因贵公司已撤下此项能力');
    expect(messages[market.firm.member.name]).toContain('因联合体的另一家企业已撤下能力');
    expect((await told('pairing.lapsed.unit'))[market.unit.member.name]).toContain('听澜设备有限公司“充电桩监测终端”');
  });
});
