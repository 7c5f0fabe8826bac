import type { ScenarioView } from '@mantianxing/contracts';
import { messageOf } from '@mantianxing/notification';
import { LapsePairings } from '@mantianxing/pairing';
import { ApproveScenario, PublishScenario, ReturnScenario, WithdrawScenario } from '@mantianxing/scenario';
import { theOffice, type BuiltFirm, type BuiltUnit } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { openToldMarket, type ToldMarket } from '../../support/builders/told-market';

describe('who is told what', () => {
  let market: ToldMarket;
  let unit: BuiltUnit;
  let firm: BuiltFirm;
  beforeAll(async () => {
    market = await openToldMarket();
    ({ unit, firm } = market);
  });
  afterAll(() => market.close());
  beforeEach(() => market.sql('delete from outbox.dispatch'));

  /** Who was told of what has happened since, as `template → name`. */
  async function told(): Promise<string[]> {
    const events = await market.tell();
    const rows = await market.sql<{ template: string; name: string }>(
      `select n.template, p.name from notification.notification n join account.account a on a.id = n.recipient_id
       join account.person p on p.id = a.person_id where n.event_id = any($1)`,
      [events.map(({ eventId }) => eventId)],
    );
    return rows.map(({ template, name }) => `${template} → ${name}`).sort();
  }
  const lastSaying = async (template: string) => {
    const [row] = await market.sql<{ template: string; params: object; link: string }>(
      'select template, params, link from notification.notification where template = $1 order by id desc limit 1',
      [template],
    );
    return { ...messageOf(row ?? { template, params: {} }), link: row?.link };
  };

  const pairingOf = async ({ id }: ScenarioView) =>
    (await market.sql<{ id: string }>('select id from pairing.pairing where scenario_id = $1', [id]))[0]?.id;

  it('staff hear of a submission, coordinators of an approval, the unit of the publication', async () => {
    const { id, version } = await aScenario(market).of(unit).submitted();
    expect(await told()).toEqual(['scenario.submitted → 罗勇', 'scenario.submitted → 陈静']);
    const { matchmaker, coordinator } = await theOffice(market);
    const approved = await market.get(ApproveScenario).execute(matchmaker, id, version);
    expect(await told()).toEqual(['scenario.approved → 罗勇']);
    await market.get(PublishScenario).execute(coordinator, id, approved.version);
    expect(await told()).toEqual([`scenario.published → ${unit.member.name}`]);
  });

  it('nobody is asked for a step that was taken before the message could go out', async () => {
    await aScenario(market).of(unit).published();
    expect(await told()).toEqual([`scenario.published → ${unit.member.name}`]);
  });

  it('a submission says by whom, how clear and until when', async () => {
    await aScenario(market).of(unit).submitted();
    await told();
    const { paragraphs, link } = await lastSaying('scenario.submitted');
    expect(paragraphs[0]).toMatch(/^区住房城乡建委提交《老旧小区充电安全监测》，清单得分\d+，请在2026年11月30日前审核。$/);
    expect(link).toBe('/desk/intake');
  });

  it('the unit reads what is wanted of a returned entry', async () => {
    const { id, version } = await aScenario(market).of(unit).submitted();
    const { matchmaker } = await theOffice(market);
    const reasons = [{ field: 'gate.boundary', message: '边界：请写明不包括的内容' }];
    await market.get(ReturnScenario).execute(matchmaker, id, { version, reasons });
    expect(await told()).toContain(`scenario.returned → ${unit.member.name}`);
    const said = await lastSaying('scenario.returned');
    expect(said.subject).toBe('请补充：《老旧小区充电安全监测》还差1项');
    expect(said).toMatchObject({ paragraphs: [expect.stringContaining('请写明不包括的内容'), expect.anything()], link: `/dept/scenarios/${id}/edit` });
  });

  it('matchmakers hear once of a matching run, both sides of a pairing, and no message carries a contact', async () => {
    const scenario = await market.inPairing();
    expect(await told()).toEqual(
      expect.arrayContaining(['suggestion.proposed → 陈静', `consent.asked.firm → ${firm.member.name}`, `consent.asked.unit → ${unit.member.name}`]),
    );
    const toFirm = await lastSaying('consent.asked.firm');
    const toUnit = await lastSaying('consent.asked.unit');
    expect(toFirm.paragraphs[0]).toContain('区住房城乡建委的《老旧小区充电安全监测》与贵公司“视频烟火识别与联动平台”较契合');
    expect(toFirm.paragraphs[0]).toContain('主要理由：“视频烟火识别”可用于解决“烟火”；双方都提到“摄像头”；同属“应急消防”。');
    expect(toUnit.paragraphs[0]).toContain('山城安联科技有限公司“视频烟火识别与联动平台”');
    expect(toFirm.subject).toMatch(/^请在12月7日前答复：是否对接《/);
    expect(toUnit.link).toBe(`/dept/pairings#${await pairingOf(scenario)}`);
    expect(JSON.stringify([toFirm, toUnit])).not.toMatch(/13800001234|zhoumin|example|周敏/);
  });

  it.each(['before', 'after'])('a firm in talks hears once of the withdrawal and its reason: its pairing lapsed %s people were told', async (order) => {
    const scenario = await market.inPairing();
    await told();
    await market.get(WithdrawScenario).execute(unit.member, scenario.id, scenario.version, '年度预算调整');
    const first = order === 'after' ? await told() : [];
    await market.get(LapsePairings).execute('scenario', scenario.id);
    expect([...first, ...(await told())].sort()).toEqual([`pairing.lapsed.unit → ${unit.member.name}`, `scenario.withdrawn.firm → ${firm.member.name}`]);
    expect((await lastSaying('scenario.withdrawn.firm')).paragraphs[0]).toBe('区住房城乡建委的《老旧小区充电安全监测》已撤回。原因：年度预算调整。');
  });

  it('hears of each entry that is withdrawn', async () => {
    const rows = () => market.sql<{ n: number }>(`select count(*)::int as n from notification.notification where template = 'scenario.withdrawn.firm' and recipient_id = $1`, [firm.member.accountId]);
    const [before] = await rows();
    for (const reason of ['年度预算调整', '需求已由其他项目覆盖']) {
      const scenario = await market.inPairing();
      await told();
      await market.get(WithdrawScenario).execute(unit.member, scenario.id, scenario.version, reason);
      await told();
    }
    expect((await rows())[0]?.n).toBe((before?.n ?? 0) + 2);
  });

  it('the key of what was told admits no second row, whoever writes it', async () => {
    const again = market.sql(
      `insert into notification.notification (event_id, recipient_id, template, once)
       select e.id, n.recipient_id, n.template, n.once from notification.notification n, outbox.event e
       where n.once is not null and e.id <> n.event_id limit 1`,
    );
    await expect(again).rejects.toMatchObject({ driverError: { constraint: 'told_once' } });
  });

  it('a firm whose pairing was still held hears nothing at all', async () => {
    const scenario = await market.inPairing();
    await market.get(WithdrawScenario).execute(unit.member, scenario.id, scenario.version, '需求调整');
    await market.get(LapsePairings).execute('scenario', scenario.id);
    expect((await told()).filter((line) => /pairing|withdrawn/.test(line))).toEqual([]);
  });

  it('the unit hears when staff took its entry back', async () => {
    const scenario = await aScenario(market).of(unit).published();
    await told();
    const { coordinator } = await theOffice(market);
    await market.get(WithdrawScenario).execute(coordinator, scenario.id, scenario.version, '重复发布');
    expect(await told()).toEqual([`scenario.withdrawn.unit → ${unit.member.name}`]);
  });

  it('both sides hear that a capability has left', async () => {
    await market.inPairing();
    await told();
    const [{ id } = { id: '' }] = await market.sql<{ id: string }>(
      `select m.capability_id as id from pairing.pairing p join pairing.pairing_member m on m.pairing_id = p.id
       where p.status = 'ASKING' order by p.id desc limit 1`,
    );
    await market.get(LapsePairings).execute('capability', id);
    expect(await told()).toEqual([`pairing.lapsed.firm → ${firm.member.name}`, `pairing.lapsed.unit → ${unit.member.name}`]);
    expect((await lastSaying('pairing.lapsed.unit')).paragraphs[0]).toContain('因企业已撤下此项能力');
  });
});
