import {
  CapabilityReader,
  DescribeCapabilities,
  DiscardCapability,
  FollowFirmChange,
  GetCapability,
  GetPublicCapability,
  ListOwnCapabilities,
  ListPublicCapabilities,
  PauseCapability,
  PublishCapability,
  ReconfirmCapability,
  RecordQualification,
  RegisterCapability,
  ResumeCapability,
  RetireCapability,
  ReviseCapability,
} from '@mantianxing/capability';
import { systemActor, type Actor } from '@mantianxing/contracts';
import { OutboxFeed } from '@mantianxing/outbox';
import { aCapability, COMPLETE_CAPABILITY } from '../../support/builders/capability';
import { DISTRICT, openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, aUnit, theOffice, type BuiltFirm } from '../../support/builders/organizations';

describe('the way of a capability', () => {
  let market: OwnMarket;
  let firm: BuiltFirm;
  let matchmaker: Actor;
  let coordinator: Actor;
  beforeAll(async () => {
    market = await openMarket();
    firm = await aFirm(market, { name: '重庆山城安联科技有限公司' });
    ({ matchmaker, coordinator } = await theOffice(market));
  });
  afterAll(() => market.close());

  const eventsOf = async (id: string) =>
    (await market.get(OutboxFeed).eventsOf([id])).map(({ name, revision, ids }) => ({ name, revision, ids }));

  it('leads from draft to list without a check by staff', async () => {
    const view = await aCapability(market).of(firm).published();
    expect(view).toMatchObject({
      status: 'PUBLISHED',
      version: 2,
      revision: 1,
      confirmedAt: '2026-11-23T02:00:00.000Z',
      dueAt: '2027-05-23T02:00:00.000Z',
    });
    expect(await eventsOf(view.id)).toEqual([{ name: 'capability.published', revision: 1, ids: {} }]);
  });

  it('names everything that is missing', async () => {
    const { id, version } = await aCapability(market)
      .of(firm)
      .with({ summary: '能做', description: '', sectors: [], technologyTags: [] })
      .draft();
    await expect(market.get(PublishCapability).execute(firm.member, id, version, true)).rejects.toMatchObject(
      {
        status: 422,
        message: '还差2项，暂不能发布。',
        problems: [
          { field: 'description', message: '请用至少30字说明能做什么（简介或详细说明）' },
          { field: 'sectors', message: '请至少选择1个应用行业或填写1个技术标签' },
        ],
      },
    );
  });

  it('gives each step that leads to the index a revision of its own', async () => {
    const { id, version } = await aCapability(market).of(firm).published();
    const paused = await market.get(PauseCapability).execute(firm.member, id, version);
    expect(paused).toMatchObject({ status: 'PAUSED', dueAt: null });
    const resumed = await market.get(ResumeCapability).execute(firm.member, id, paused.version);
    const confirmed = await market.get(ReconfirmCapability).execute(firm.member, id, resumed.version);
    await market.get(RetireCapability).execute(firm.member, id, confirmed.version);
    expect(await eventsOf(id)).toEqual([
      { name: 'capability.published', revision: 1, ids: {} },
      { name: 'capability.paused', revision: 1, ids: {} },
      { name: 'capability.published', revision: 2, ids: {} },
      { name: 'capability.reconfirmed', revision: 3, ids: {} },
      { name: 'capability.retired', revision: 3, ids: {} },
    ]);
  });

  it('says whether a change is one the scorer reads', async () => {
    const { id, version } = await aCapability(market).of(firm).published();
    const revise = (at: number, changes: object) =>
      market
        .get(ReviseCapability)
        .execute(firm.member, id, { version: at, content: { ...COMPLETE_CAPABILITY, ...changes } });
    const spaced = await revise(version, { description: `${COMPLETE_CAPABILITY.description} \n` });
    expect(spaced.version).toBe(version);
    const reordered = await revise(version, { technologyTags: ['物联网', '视频识别'] });
    await revise(reordered.version, {
      summary: '改用边缘盒子识别烟雾、明火与违规停放，10秒内推送到社区与消防。',
    });
    expect((await eventsOf(id)).slice(1)).toEqual([
      { name: 'capability.revised', revision: 2, ids: { material: false } },
      { name: 'capability.revised', revision: 3, ids: { material: true } },
    ]);
  });

  it('keeps a listed entry complete', async () => {
    const { id, version } = await aCapability(market).of(firm).published();
    const content = { ...COMPLETE_CAPABILITY, sectors: [], technologyTags: [] };
    await expect(
      market.get(ReviseCapability).execute(firm.member, id, { version, content }),
    ).rejects.toMatchObject({ status: 422 });
    const paused = await market.get(PauseCapability).execute(firm.member, id, version);
    const hollow = await market
      .get(ReviseCapability)
      .execute(firm.member, id, { version: paused.version, content });
    await expect(market.get(ResumeCapability).execute(firm.member, id, hollow.version)).rejects.toMatchObject(
      { status: 422 },
    );
  });

  it('counts a new certificate at once and tells claimed from verified', async () => {
    const own = await aFirm(market);
    const { id } = await aCapability(market).of(own).published();
    const record = market.get(RecordQualification);
    await record.execute(own.member, own.id, { code: 'CMMI', level: '3', validUntil: '2027-06-30' });
    await record.execute(matchmaker, own.id, {
      code: 'MLPS',
      level: '三级',
      validUntil: '2026-11-22',
      verified: true,
    });
    const { qualifications } = await market.get(GetPublicCapability).execute(id);
    expect(qualifications).toEqual([
      { code: 'CMMI', label: 'CMMI', level: '3', validUntil: '2027-06-30', verified: false, expired: false },
      { code: 'MLPS', label: '等保', level: '三级', validUntil: '2026-11-22', verified: true, expired: true },
    ]);
    expect((await eventsOf(id)).slice(1)).toEqual([
      { name: 'capability.revised', revision: 2, ids: { material: true } },
      { name: 'capability.revised', revision: 3, ids: { material: true } },
    ]);
    await record.execute(matchmaker, own.id, {
      code: 'MLPS',
      level: '三级',
      validUntil: '2026-11-22',
      verified: true,
    });
    expect(await eventsOf(id)).toHaveLength(3);
    await expect(
      record.execute(own.member, own.id, { code: 'ITSS', level: '3', validUntil: '', verified: true }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      record.execute(firm.member, own.id, { code: 'ITSS', level: '3', validUntil: '' }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('is matched anew when facts of its firm change', async () => {
    const own = await aFirm(market, { isLocal: null });
    const { id } = await aCapability(market).of(own).published();
    await market.sql('update organization.firm set is_local = true where organization_id = $1', [own.id]);
    await market.get(FollowFirmChange).execute(systemActor(DISTRICT), own.id);
    expect((await eventsOf(id)).at(-1)).toEqual({
      name: 'capability.revised',
      revision: 2,
      ids: { material: true },
    });
    expect(await market.get(CapabilityReader).byId(id)).toMatchObject({
      isLocal: true,
      firmVerified: true,
      sizeBand: 'SMALL',
    });
  });

  it('is written by its own firm and by matchmakers, and exists for nobody else', async () => {
    const { id, version } = await aCapability(market).of(firm).draft();
    for (const stranger of [(await aFirm(market)).member, (await aUnit(market)).member]) {
      await expect(market.get(GetCapability).execute(stranger, id)).rejects.toMatchObject({ status: 404 });
      await expect(market.get(PublishCapability).execute(stranger, id, version, true)).rejects.toMatchObject({
        status: 404,
      });
    }
    await expect(market.get(PublishCapability).execute(coordinator, id, version, true)).rejects.toMatchObject(
      {
        status: 403,
      },
    );
    await expect(market.get(PublishCapability).execute(matchmaker, id, version, true)).resolves.toMatchObject(
      {
        status: 'PUBLISHED',
      },
    );
    await expect(
      market.get(RegisterCapability).execute((await aUnit(market)).member, { content: COMPLETE_CAPABILITY }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('is not taken from a suspended firm', async () => {
    const suspended = await aFirm(market);
    await market.sql(`update organization.firm set status = 'SUSPENDED' where organization_id = $1`, [
      suspended.id,
    ]);
    await expect(
      market.get(RegisterCapability).execute(suspended.member, { content: COMPLETE_CAPABILITY }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('is listed once, however many press at the same instant', async () => {
    const { id, version } = await aCapability(market).of(firm).draft();
    const presses = await Promise.allSettled(
      Array.from({ length: 5 }, () => market.get(PublishCapability).execute(firm.member, id, version, true)),
    );
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const press of presses)
      if (press.status === 'rejected')
        expect(press.reason).toMatchObject({ status: 409, facts: { status: 'PUBLISHED' } });
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('can be discarded as a draft, never after it was listed', async () => {
    const draft = await aCapability(market).of(firm).draft();
    expect(await market.get(DiscardCapability).execute(firm.member, draft.id, draft.version)).toMatchObject({
      status: 'DISCARDED',
    });
    expect(
      (await market.get(ListOwnCapabilities).execute(firm.member)).items.map(({ id }) => id),
    ).not.toContain(draft.id);
    const listed = await aCapability(market).of(firm).published();
    await expect(
      market.get(DiscardCapability).execute(firm.member, listed.id, listed.version),
    ).rejects.toMatchObject({ status: 409 });
  });

  it('is found by name, firm, sector and kind while it is listed', async () => {
    const own = await aFirm(market, { name: '重庆云桥数据有限公司' });
    const content = { name: '政务数据归集工具', kind: 'PRODUCT', sectors: ['数据要素'] } as const;
    const { id, version } = await aCapability(market)
      .of(own)
      .with({ ...content, sectors: [...content.sectors] })
      .published();
    const found = async (query: object) =>
      (await market.get(ListPublicCapabilities).execute(DISTRICT, query)).items.map((one) => one.id);
    for (const query of [{ q: '数据归集' }, { q: '云桥' }, { sector: '数据要素' }, { kind: 'PRODUCT' }])
      expect(await found(query)).toEqual([id]);
    expect(await found({ q: '_' })).toEqual([]);
    await market.get(PauseCapability).execute(own.member, id, version);
    expect(await found({ q: '云桥' })).toEqual([]);
    await expect(market.get(GetPublicCapability).execute(id)).rejects.toMatchObject({ status: 404 });
    expect(await market.get(DescribeCapabilities).execute([id])).toMatchObject([
      { id, firmName: '重庆云桥数据有限公司', sizeBand: 'SMALL' },
    ]);
  });
});
