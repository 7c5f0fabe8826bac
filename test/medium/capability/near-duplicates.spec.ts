import {
  CheckCapability,
  PauseCapability,
  PublishCapability,
  RetireCapability,
  ReviseCapability,
} from '@mantianxing/capability';
import { aCapability, COMPLETE_CAPABILITY } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, theOffice, type BuiltFirm } from '../../support/builders/organizations';

describe('a capability that says what another one says', () => {
  let market: OwnMarket;
  let firm: BuiltFirm;
  let stranger: BuiltFirm;
  beforeEach(async () => {
    market = await openMarket();
    firm = await aFirm(market, { name: '重庆山城安联科技有限公司' });
    stranger = await aFirm(market, { name: '重庆渝感软件有限公司' });
  });
  afterEach(() => market.close());

  const publish = (by: BuiltFirm, { id, version }: { id: string; version: number }, confirmed?: boolean) =>
    market.get(PublishCapability).execute(by.member, id, version, confirmed);

  it('is asked for confirmation, which its history keeps', async () => {
    const { id } = await aCapability(market).of(firm).published();
    const copy = await aCapability(market).with({ name: '渝感视频烟火识别平台' }).of(stranger).draft();
    await expect(publish(stranger, copy)).rejects.toMatchObject({
      code: 'NEAR_DUPLICATE',
      status: 409,
      message: expect.stringMatching(/^与《视频烟火识别与联动平台》相似9\d%，请确认不是重复。$/),
      facts: {
        duplicates: [{ id, name: '视频烟火识别与联动平台', organizationName: firm.name }],
        hidden: 0,
      },
    });
    expect(await publish(stranger, copy, true)).toMatchObject({ status: 'PUBLISHED', version: 2 });
    const history = await market.sql<{ note: string }>(
      `select note from capability.capability_history where capability_id = $1 and event = 'publish'`,
      [copy.id],
    );
    expect(history).toEqual([
      { note: expect.stringMatching(new RegExp(`^确认不是重复：与${id}相似9\\d%$`)) },
    ]);
  });

  it('names what is missing before it asks', async () => {
    await aCapability(market).of(firm).published();
    const bare = await aCapability(market).with({ sectors: [], technologyTags: [] }).of(firm).draft();
    await expect(publish(firm, bare)).rejects.toMatchObject({ status: 422 });
  });

  it('never learns what another firm has taken off the list, and hears nothing of drafts and retired ones', async () => {
    await aCapability(market).of(firm).draft();
    const gone = await aCapability(market).of(firm).published();
    const { matchmaker } = await theOffice(market);
    await market.get(RetireCapability).execute(firm.member, gone.id, gone.version);
    const first = await aCapability(market).of(stranger).draft();
    const listed = await publish(stranger, first);
    const paused = await market.get(PauseCapability).execute(stranger.member, listed.id, listed.version);

    const next = await aCapability(market).of(firm).draft();
    const refusal = await publish(firm, next).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      message: '与1个未公开的能力相似100%，请确认不是重复。',
      facts: { duplicates: [], hidden: 1 },
    });
    expect(JSON.stringify(refusal)).not.toMatch(new RegExp(`${paused.id}|${stranger.name}`));
    const check = market.get(CheckCapability);
    expect((await check.execute(firm.member, COMPLETE_CAPABILITY)).similar).not.toContainEqual(
      expect.objectContaining({ id: paused.id }),
    );
    // Staff may open every entry, and are told by name.
    await expect(
      market.get(PublishCapability).execute(matchmaker, next.id, next.version),
    ).rejects.toMatchObject({ facts: { duplicates: [{ id: paused.id }], hidden: 0 } });
  });

  it('is found out even when both are listed at the same instant', async () => {
    const mine = await aCapability(market).of(firm).draft();
    const theirs = await aCapability(market).of(stranger).draft();
    const settled = await Promise.allSettled([publish(firm, mine), publish(stranger, theirs)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'NEAR_DUPLICATE', facts: { duplicates: [{ percent: 100 }] } },
    });
  });

  it('is found by its newest text', async () => {
    const other = {
      name: '扬尘在线监测系统',
      summary: '扬尘、噪声与车辆冲洗在线监管，超标十秒内取证并通知工地负责人。',
      description: '接入扬尘、噪声与风速传感器，联动雾炮，识别未冲洗车辆的号牌。',
    };
    const draft = await aCapability(market).of(firm).draft();
    const content = { ...COMPLETE_CAPABILITY, ...other };
    const revised = await market
      .get(ReviseCapability)
      .execute(firm.member, draft.id, { version: draft.version, content });
    await publish(firm, revised);
    const check = market.get(CheckCapability);
    expect(await check.execute(stranger.member, content)).toEqual({
      missing: [],
      similar: [{ id: draft.id, title: '扬尘在线监测系统', percent: 100 }],
    });
    expect((await check.execute(stranger.member, COMPLETE_CAPABILITY)).similar).toEqual([]);
  });
});
