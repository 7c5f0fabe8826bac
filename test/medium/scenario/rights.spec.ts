import type { Actor } from '@mantianxing/contracts';
import {
  AmendScenario,
  ApproveScenario,
  CreateScenario,
  GetPublicScenario,
  GetScenario,
  ListIntake,
  ListOwnScenarios,
  ListPublicScenarios,
  PublishScenario,
  SubmitScenario,
} from '@mantianxing/scenario';
import { anActor, DISTRICT, openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { aScenario, COMPLETE_SCENARIO } from '../../support/builders/scenario';

const PHONE = '13800001234';

describe('who may see and do what with a scenario', () => {
  let market: OwnMarket;
  let unit: BuiltUnit;
  let matchmaker: Actor;
  let coordinator: Actor;
  beforeAll(async () => {
    market = await openMarket();
    unit = await aUnit(market);
    ({ matchmaker, coordinator } = await theOffice(market));
  });
  afterAll(() => market.close());

  it('sends the contact person to the entry’s own unit only', async () => {
    const { id } = await aScenario(market).of(unit).published();
    const own = await market.get(GetScenario).execute(unit.member, id);
    expect(own.content).toMatchObject({ contactName: '周敏', contactPhone: PHONE });
    for (const staff of [matchmaker, coordinator]) {
      const seen = await market.get(GetScenario).execute(staff, id);
      expect(Object.keys(seen.content).filter((field) => field.startsWith('contact'))).toEqual([]);
      expect(seen.gate.find(({ element }) => element === 'OWNER')).toMatchObject({ passed: true });
    }
  });

  it('shows no person in any public answer', async () => {
    const { id } = await aScenario(market).of(unit).published();
    const answers = [
      await market.get(GetPublicScenario).execute(id),
      await market.get(ListPublicScenarios).execute(DISTRICT, {}),
      await market.get(ListIntake).execute(matchmaker),
    ];
    for (const secret of [PHONE, '周敏', '信息科科长', 'zhoumin@example.cn', '陈静']) {
      expect(JSON.stringify(answers)).not.toContain(secret);
    }
  });

  it('keeps the contact in account.person and nowhere else', async () => {
    const { id } = await aScenario(market).of(unit).published();
    const rows = await market.sql(
      `select to_jsonb(s)::text as t from scenario.scenario s where id = $1
       union all select to_jsonb(h)::text from scenario.scenario_history h where scenario_id = $1
       union all select to_jsonb(e)::text from outbox.event e where subject_id = $1`,
      [id],
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toContain(PHONE);
    const [{ phone }] = await market.sql<{ phone: string }>(
      'select p.phone from account.person p join scenario.scenario s on s.contact_person_id = p.id where s.id = $1',
      [id],
    );
    expect(phone).toBe(PHONE);
  });

  it('does not exist for other units, firms and other districts', async () => {
    const { id, version } = await aScenario(market).of(unit).draft();
    const strangers = [
      (await aUnit(market)).member,
      (await aFirm(market)).member,
      { ...matchmaker, districtCode: '500107' },
    ];
    for (const stranger of strangers) {
      await expect(market.get(GetScenario).execute(stranger, id)).rejects.toMatchObject({ status: 404 });
      await expect(market.get(SubmitScenario).execute(stranger, id, version, true)).rejects.toMatchObject({
        status: 404,
      });
    }
    await expect(market.get(GetPublicScenario).execute(id)).rejects.toMatchObject({ status: 404 });
  });

  it('forbids the steps of other roles on an entry one can see', async () => {
    const { id, version } = await aScenario(market).of(unit).submitted();
    await expect(market.get(ApproveScenario).execute(unit.member, id, version)).rejects.toMatchObject({
      status: 403,
    });
    const approved = await market.get(ApproveScenario).execute(matchmaker, id, version);
    await expect(market.get(PublishScenario).execute(matchmaker, id, approved.version)).rejects.toMatchObject(
      { status: 403 },
    );
  });

  it('lets nobody approve what they wrote into', async () => {
    const draft = await market
      .get(CreateScenario)
      .execute(matchmaker, { organizationId: unit.id, content: COMPLETE_SCENARIO });
    const submitted = await market.get(SubmitScenario).execute(unit.member, draft.id, draft.version, true);
    await expect(
      market.get(ApproveScenario).execute(matchmaker, draft.id, submitted.version),
    ).rejects.toMatchObject({
      status: 403,
      message: '审核人不能是填报人。',
    });
    await expect(
      market.get(ApproveScenario).execute(coordinator, draft.id, submitted.version),
    ).resolves.toMatchObject({ status: 'APPROVED' });
  });

  it('counts a member of staff who is also in the unit as an author, too', async () => {
    const { id: organizationId, name } = unit;
    const both: Actor = {
      ...matchmaker,
      memberships: [
        ...matchmaker.memberships,
        { organizationId, organizationName: name, role: 'DEPARTMENT_MEMBER' },
      ],
    };
    const { id, version } = await aScenario(market)
      .of({ ...unit, member: both })
      .submitted();
    await expect(market.get(ApproveScenario).execute(both, id, version)).rejects.toMatchObject({
      status: 403,
    });
  });

  it('takes scenarios from publishing units only', async () => {
    const firm = await aFirm(market);
    await expect(
      market.get(CreateScenario).execute(firm.member, { content: COMPLETE_SCENARIO }),
    ).rejects.toMatchObject({ status: 403 });
    const onFirm = { organizationId: firm.id, content: COMPLETE_SCENARIO };
    await expect(market.get(CreateScenario).execute(matchmaker, onFirm)).rejects.toMatchObject({
      status: 422,
      problems: [{ field: 'organizationId' }],
    });
    await expect(
      market.get(CreateScenario).execute(matchmaker, { content: COMPLETE_SCENARIO }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('keeps the contact when staff, who never see it, write the content back', async () => {
    const { id } = await aScenario(market).of(unit).draft();
    const seen = await market.get(GetScenario).execute(matchmaker, id);
    const content = { ...seen.content, background: '专员补充的背景。' };
    await market.get(AmendScenario).execute(matchmaker, id, { version: seen.version, content });
    const own = await market.get(GetScenario).execute(unit.member, id);
    expect(own.content).toMatchObject({ background: '专员补充的背景。', contactPhone: PHONE });
  });

  it('never rewrites the person behind somebody’s account', async () => {
    const { id } = await aScenario(market).of(unit).draft();
    const colleague = await anActor(market, '赵科长', unit, 'DEPARTMENT_MEMBER');
    await market.sql(
      'update scenario.scenario set contact_person_id = (select person_id from account.account where id = $2) where id = $1',
      [id, colleague.accountId],
    );
    const seen = await market.get(GetScenario).execute(unit.member, id);
    const content = { ...COMPLETE_SCENARIO, contactName: '新联系人' };
    await market.get(AmendScenario).execute(unit.member, id, { version: seen.version, content });
    const names = await market.sql(
      `select p.name from account.person p join account.account a on a.person_id = p.id where a.id = $1
       union all select p.name from account.person p join scenario.scenario s on s.contact_person_id = p.id where s.id = $2`,
      [colleague.accountId, id],
    );
    expect(names).toEqual([{ name: '赵科长' }, { name: '新联系人' }]);
  });

  it('lists to each their own', async () => {
    const other = await aUnit(market);
    const mine = await aScenario(market).of(other).draft();
    expect((await market.get(ListOwnScenarios).execute(other.member)).items.map(({ id }) => id)).toEqual([
      mine.id,
    ]);
    expect((await market.get(ListOwnScenarios).execute((await aFirm(market)).member)).items).toEqual([]);
    await expect(market.get(ListIntake).execute(other.member)).rejects.toMatchObject({ status: 403 });
    const waiting = await aScenario(market).of(other).submitted();
    expect((await market.get(ListIntake).execute(coordinator)).items.map(({ id }) => id)).toContain(
      waiting.id,
    );
  });
});
