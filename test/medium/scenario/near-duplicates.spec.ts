import { CheckGate, GetScenario, ReturnScenario, SubmitScenario } from '@mantianxing/scenario';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { aScenario, COMPLETE_SCENARIO } from '../../support/builders/scenario';

describe('a scenario that says what another one says', () => {
  let market: OwnMarket;
  let unit: BuiltUnit;
  let stranger: BuiltUnit;
  beforeEach(async () => {
    market = await openMarket();
    unit = await aUnit(market, { name: '区住房城乡建委' });
    stranger = await aUnit(market, { name: '区城管局' });
  });
  afterEach(() => market.close());

  const submit = (by: BuiltUnit, { id, version }: { id: string; version: number }, confirmed?: boolean) =>
    market.get(SubmitScenario).execute(by.member, id, version, confirmed);
  const notesOf = async (id: string) =>
    (
      await market.sql<{ note: string }>(
        'select note from scenario.scenario_history where scenario_id = $1 order by version',
        [id],
      )
    ).map(({ note }) => note);
  /** The same need in another department's dress. */
  const REDRESSED = {
    ownerUnit: '区城管局',
    title: '老旧小区充电安全监测（二期）',
    need: COMPLETE_SCENARIO.need!.replaceAll('，', '；').replace('识别', '識別'),
  };

  it('is asked for confirmation, which its history keeps', async () => {
    const public_ = await aScenario(market).of(unit).published();
    const draft = await aScenario(market).with(REDRESSED).of(stranger).draft();
    await expect(submit(stranger, draft)).rejects.toMatchObject({
      code: 'NEAR_DUPLICATE',
      status: 409,
      message: expect.stringMatching(/^与《老旧小区充电安全监测》相似9\d%，请确认不是重复。$/),
      facts: {
        duplicates: [{ id: public_.id, name: '老旧小区充电安全监测', organizationName: '区住房城乡建委' }],
        hidden: 0,
      },
    });
    expect(await market.get(GetScenario).execute(stranger.member, draft.id)).toMatchObject({
      status: 'DRAFT',
      version: draft.version,
    });
    expect(await submit(stranger, draft, true)).toMatchObject({ status: 'SUBMITTED' });
    expect((await notesOf(draft.id)).at(-1)).toMatch(
      new RegExp(`^确认不是重复：与${public_.id}相似9\\d%$`, 'u'),
    );
  });

  it('is not asked for one that shares some words, nor for itself when it comes again', async () => {
    await aScenario(market).of(unit).published();
    const other = await aScenario(market)
      .with({
        title: '商圈停车诱导',
        need: '对12个商圈停车场的空位和周边道路拥堵进行识别，5分钟内更新到诱导屏。',
        inScope: '停车场数据接入、诱导屏改造、车位预测。',
      })
      .of(stranger)
      .draft();
    const submitted = await submit(stranger, other);
    const { matchmaker } = await theOffice(market);
    const returned = await market.get(ReturnScenario).execute(matchmaker, other.id, {
      version: submitted.version,
      reasons: [{ field: 'need', message: '请补充规模' }],
    });
    expect(await submit(stranger, returned)).toMatchObject({ status: 'SUBMITTED' });
    expect(await notesOf(other.id)).not.toContainEqual(expect.stringContaining('确认'));
  });

  it('never learns what another unit has not published', async () => {
    const waiting = await aScenario(market).with({ background: '机密背景' }).of(unit).submitted();
    const draft = await aScenario(market).with(REDRESSED).of(stranger).draft();
    const refusal = await submit(stranger, draft).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      status: 409,
      message: expect.stringMatching(/^与1个尚未公开的场景相似9\d%，请确认不是重复。$/),
      facts: { duplicates: [], hidden: 1 },
    });
    expect(JSON.stringify(refusal)).not.toMatch(new RegExp(`${waiting.id}|${unit.name}`));
    const { similar } = await market.get(CheckGate).execute(stranger.member, COMPLETE_SCENARIO, draft.id);
    expect(similar).toEqual([]);
    // Its own unit is told by name.
    const again = await aScenario(market).of(unit).draft();
    await expect(submit(unit, again)).rejects.toMatchObject({ facts: { duplicates: [{ id: waiting.id }] } });
  });

  it('neither hears of a foreign draft nor of what was withdrawn', async () => {
    await aScenario(market).of(unit).draft();
    await aScenario(market).of(unit).withdrawn();
    const draft = await aScenario(market).with(REDRESSED).of(stranger).draft();
    expect(await submit(stranger, draft)).toMatchObject({ status: 'SUBMITTED' });
  });

  it('is found out even when both are handed in at the same instant', async () => {
    const drafts = [
      await aScenario(market).of(unit).draft(),
      await aScenario(market).with(REDRESSED).of(stranger).draft(),
    ];
    const settled = await Promise.allSettled([submit(unit, drafts[0]!), submit(stranger, drafts[1]!)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'NEAR_DUPLICATE', facts: { hidden: 1 } },
    });
  });

  it('is shown its likes while it is written: public ones and its own unit’s, at most three, not itself', async () => {
    const own = await aScenario(market).of(unit).draft();
    const listed = await aScenario(market).of(stranger).published();
    const { similar } = await market.get(CheckGate).execute(unit.member, COMPLETE_SCENARIO, own.id);
    expect(similar).toEqual([{ id: listed.id, title: '老旧小区充电安全监测', percent: 100 }]);
    for (let more = 0; more < 4; more += 1) await aScenario(market).of(unit).draft();
    expect((await market.get(CheckGate).execute(unit.member, COMPLETE_SCENARIO)).similar).toHaveLength(3);
    const half = { ...COMPLETE_SCENARIO, need: '对商圈停车位进行识别。', inScope: '诱导屏改造。' };
    expect((await market.get(CheckGate).execute(unit.member, half)).similar).toEqual([]);
  });
});
