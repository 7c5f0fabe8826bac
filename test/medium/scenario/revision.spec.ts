import type { Actor, ScenarioContent } from '@mantianxing/contracts';
import { OutboxFeed } from '@mantianxing/outbox';
import { AmendScenario, ScenarioReader } from '@mantianxing/scenario';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { aScenario, COMPLETE_SCENARIO } from '../../support/builders/scenario';

describe('changing a published scenario', () => {
  let market: OwnMarket;
  let unit: BuiltUnit;
  let matchmaker: Actor;
  beforeAll(async () => {
    market = await openMarket();
    unit = await aUnit(market);
    ({ matchmaker } = await theOffice(market));
  });
  afterAll(() => market.close());

  const amend = async (actor: Actor, changes: Partial<ScenarioContent>) => {
    const { id, version } = await aScenario(market).of(unit).published();
    return {
      id,
      result: market
        .get(AmendScenario)
        .execute(actor, id, { version, content: { ...COMPLETE_SCENARIO, ...changes } }),
    };
  };
  const lastEvent = async (id: string) => (await market.get(OutboxFeed).eventsOf([id])).at(-1);

  it('raises the revision and calls a new need material', async () => {
    const { id, result } = await amend(unit.member, {
      need: '增加对违规停放的识别，10秒内告警到社区网格员。',
    });
    expect(await result).toMatchObject({ revision: 2, status: 'PUBLISHED' });
    expect(await lastEvent(id)).toMatchObject({
      name: 'scenario.revised',
      revision: 2,
      ids: { material: true },
    });
    const [{ gate_revision }] = await market.sql(
      'select gate_revision from scenario.scenario where id = $1',
      [id],
    );
    expect(gate_revision).toBe(2);
  });

  it('says so when the change is one the scorer does not read', async () => {
    const { id, result } = await amend(unit.member, { officeContact: '023-63760000' });
    const digest = (await market.get(ScenarioReader).byId(id))?.matchDigest;
    await result;
    expect(await lastEvent(id)).toMatchObject({
      name: 'scenario.revised',
      revision: 2,
      ids: { material: false },
    });
    expect((await market.get(ScenarioReader).byId(id))?.matchDigest).toBe(digest);
  });

  it('keeps checker and time of the gate when no element was touched', async () => {
    market.clock.goTo('2026-11-24T02:00:00Z');
    const { result } = await amend(unit.member, { background: '新的背景。' });
    const before = '2026-11-24T02:00:00.000Z';
    market.clock.goTo('2026-11-26T02:00:00Z');
    expect((await result).gate.map(({ checkedAt }) => checkedAt)).toEqual(Array(6).fill(before));
    market.clock.goTo('2026-11-23T02:00:00Z');
  });

  it('lets the unit touch no gate element, and names the ones it touched', async () => {
    const { id, result } = await amend(unit.member, {
      inScope: '另一个范围，写得同样清楚明白。',
      fundingMaxFen: 200_000_000,
      contactPhone: '13900001111',
    });
    await expect(result).rejects.toMatchObject({
      status: 403,
      code: 'SCENARIO_GATE_FIELD_LOCKED',
      problems: [{ field: 'inScope' }, { field: 'fundingMaxFen' }, { field: 'contactName' }],
    });
    expect(await lastEvent(id)).toMatchObject({ name: 'scenario.published' });
  });

  it('lets staff change gate elements, checks them again and keeps who did', async () => {
    market.clock.goTo('2026-11-25T02:00:00Z');
    const { id, result } = await amend(matchmaker, { deadline: '2027-01-31' });
    const { gate, dueAt } = await result;
    expect(gate.map(({ checkedAt }) => checkedAt)).toEqual(Array(6).fill('2026-11-25T02:00:00.000Z'));
    expect(dueAt).toBe('2027-01-31T15:59:59.999Z');
    expect(
      await market.sql(
        'select distinct revision from scenario.gate_evidence where scenario_id = $1 order by 1',
        [id],
      ),
    ).toEqual([{ revision: 1 }, { revision: 2 }]);
    market.clock.goTo('2026-11-23T02:00:00Z');
  });

  it.each<[string, Partial<ScenarioContent>, string]>([
    ['without proof of funding', { fundingProof: '' }, 'fundingProof'],
    ['with funding only applied for', { fundingStatus: 'APPLYING' }, 'fundingStatus'],
    ['as an internal entry', { visibility: 'INTERNAL' }, 'visibility'],
    ['on the opportunity list', { listType: 'OPPORTUNITY' }, 'listType'],
    ['without the declaration', { secrecyDeclared: undefined }, 'secrecyDeclared'],
    ['with a deadline gone by', { deadline: '2026-11-23' }, 'deadline'],
  ])('leaves no entry on the list %s, whoever asks', async (_how, changes, field) => {
    const byStaff = await amend(matchmaker, changes);
    await expect(byStaff.result).rejects.toMatchObject({ status: 422, problems: [{ field }] });
    const byUnit = await amend(unit.member, changes);
    await expect(byUnit.result).rejects.toMatchObject({ status: 403 });
    expect(await market.get(ScenarioReader).byId(byStaff.id)).toMatchObject({
      revision: 1,
      status: 'PUBLISHED',
      visibility: 'PUBLIC',
    });
  });

  it('refuses amounts the wrong way round and marks of secrecy even in a draft', async () => {
    const { id, version } = await aScenario(market).of(unit).draft();
    const write = (changes: Partial<ScenarioContent>) =>
      market
        .get(AmendScenario)
        .execute(unit.member, id, { version, content: { ...COMPLETE_SCENARIO, ...changes } });
    await expect(write({ fundingMinFen: 2_000_000, fundingMaxFen: 1_000_000 })).rejects.toMatchObject({
      status: 422,
      problems: [{ field: 'fundingMinFen', message: '金额下限不能高于上限。' }],
    });
    await expect(write({ background: '机密★10年 有关部署' })).rejects.toMatchObject({
      status: 422,
      problems: [{ field: 'background', message: '本平台不接收涉密内容，请停止填写并按保密规定处理。' }],
    });
  });

  it('holds use cases to the contract as it holds forms', async () => {
    const { id, version } = await aScenario(market).of(unit).draft();
    const content = { ...COMPLETE_SCENARIO, title: '长'.repeat(81), need: '🚲'.repeat(10_000) };
    await expect(
      market.get(AmendScenario).execute(unit.member, id, { version, content }),
    ).rejects.toMatchObject({
      status: 422,
      problems: [
        { field: 'title', message: '最多80字。' },
        { field: 'need', message: '最多5000字。' },
      ],
    });
  });
});
