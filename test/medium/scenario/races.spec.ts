import { systemActor, type Actor } from '@mantianxing/contracts';
import { Outbox, OutboxFeed } from '@mantianxing/outbox';
import {
  AmendScenario,
  GetScenario,
  PublishScenario,
  SubmitScenario,
  WithdrawScenario,
} from '@mantianxing/scenario';
import { UnitOfWork } from '@mantianxing/database';
import { DISTRICT, openMarket, type OwnMarket } from '../../support/builders/market';
import { aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { aScenario, COMPLETE_SCENARIO } from '../../support/builders/scenario';

describe('several people at one scenario', () => {
  let market: OwnMarket;
  let unit: BuiltUnit;
  let coordinator: Actor;
  beforeAll(async () => {
    market = await openMarket();
    unit = await aUnit(market);
    ({ coordinator } = await theOffice(market));
  });
  afterAll(() => market.close());

  const eventNames = async (id: string) =>
    (await market.get(OutboxFeed).eventsOf([id])).map(({ name }) => name);

  it('publishes once, however many press at the same instant', async () => {
    const { id, version } = await aScenario(market).of(unit).approved();
    const presses = await Promise.allSettled(
      Array.from({ length: 6 }, () => market.get(PublishScenario).execute(coordinator, id, version)),
    );
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const press of presses) {
      if (press.status === 'rejected') {
        expect(press.reason).toMatchObject({
          status: 409,
          facts: { status: 'PUBLISHED', statusLabel: '对接中', version: version + 1, changedBy: '罗勇' },
        });
      }
    }
    expect((await eventNames(id)).filter((name) => name === 'scenario.published')).toHaveLength(1);
  });

  it('either publishes or withdraws, never both', async () => {
    const { id, version } = await aScenario(market).of(unit).approved();
    const settled = await Promise.allSettled([
      market.get(PublishScenario).execute(coordinator, id, version),
      market.get(WithdrawScenario).execute(unit.member, id, version, '需求调整'),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const last = (await eventNames(id)).slice(2);
    expect(last).toHaveLength(1);
  });

  it('tells the second of two writers what became of the first one’s text', async () => {
    const { id, version } = await aScenario(market).of(unit).draft();
    const write = (background: string) =>
      market
        .get(AmendScenario)
        .execute(unit.member, id, { version, content: { ...COMPLETE_SCENARIO, background } });
    await write('甲的背景');
    await expect(write('乙的背景')).rejects.toMatchObject({
      status: 409,
      facts: { version: 2, status: 'DRAFT' },
    });
    await expect(write('乙的背景')).rejects.not.toHaveProperty('facts.changedBy');
    const kept = await market.get(GetScenario).execute(unit.member, id);
    expect(kept.content.background).toBe('甲的背景');
  });

  it('leaves neither row nor event nor contact when the transaction fails after the step', async () => {
    const { id, version } = await aScenario(market).of(unit).draft();
    const before = await market.get(GetScenario).execute(unit.member, id);
    const broken = market.get(UnitOfWork).run(async () => {
      await market.get(SubmitScenario).execute(unit.member, id, version, true);
      await market.sql('select 1');
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    expect(await market.get(GetScenario).execute(unit.member, id)).toEqual(before);
    expect(await eventNames(id)).toEqual([]);
    expect(
      await market.sql('select version from scenario.scenario_history where scenario_id = $1', [id]),
    ).toHaveLength(1);
  });

  it('moves nothing when the event cannot be recorded', async () => {
    const { id, version } = await aScenario(market).of(unit).approved();
    await market.sql(
      `alter table outbox.event add constraint closed check (name <> 'scenario.published') not valid`,
    );
    await expect(market.get(PublishScenario).execute(coordinator, id, version)).rejects.toThrow(/closed/);
    await market.sql('alter table outbox.event drop constraint closed');
    expect(await market.get(GetScenario).execute(coordinator, id)).toMatchObject({
      status: 'APPROVED',
      version,
    });
  });

  it('refuses an event outside a transaction', async () => {
    const event = {
      name: 'scenario.published',
      subjectId: systemActor(DISTRICT).accountId,
      revision: 1,
      ids: {},
    } as const;
    await expect(market.get(Outbox).record(event, coordinator)).rejects.toThrow(/outside a transaction/);
  });

  it('changes nothing when the same content is written again', async () => {
    const { id, version } = await aScenario(market).of(unit).published();
    const again = await market
      .get(AmendScenario)
      .execute(unit.member, id, { version, content: COMPLETE_SCENARIO });
    expect(again.version).toBe(version);
    expect(await eventNames(id)).toHaveLength(3);
  });
});
