import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aScenario } from '../../support/builders/scenario';
import { aCapability } from '../../support/builders/capability';

/** What stands even against somebody who writes SQL by hand. */
describe('the rules of the database', () => {
  let market: OwnMarket;
  beforeAll(async () => {
    market = await openMarket();
  });
  afterAll(() => market.close());

  it('let no draft be set to published', async () => {
    const { id } = await aScenario(market).draft();
    await expect(
      market.sql(`update scenario.scenario set status = 'PUBLISHED' where id = $1`, [id]),
    ).rejects.toThrow(/gate_passed/);
  });

  it.each([
    ['another revision without its gate', 'revision = revision + 1', /gate_passed/],
    ['the opportunity list', `list_type = 'OPPORTUNITY'`, /gate_passed/],
    ['no date by which somebody acts', 'due_at = null', /waits/],
    ['nobody who acts', 'owner_role = null', /waits/],
    ['a withdrawal that still waits for somebody', `status = 'WITHDRAWN'`, /waits/],
    ['amounts the wrong way round', 'funding_min_fen = funding_max_fen + 1', /check/],
    ['a negative amount', 'funding_min_fen = -1', /check/],
    ['a state nobody knows', `status = 'OPEN'`, /check/],
  ])('let no published scenario have %s', async (_what, change, rule) => {
    const { id } = await aScenario(market).published();
    await expect(market.sql(`update scenario.scenario set ${change} where id = $1`, [id])).rejects.toThrow(
      rule,
    );
  });

  it('let no history be rewritten', async () => {
    await aScenario(market).published();
    await aCapability(market).published();
    for (const table of ['scenario.scenario_history', 'capability.capability_history', 'outbox.event']) {
      await expect(market.sql(`update ${table} set at = now()`)).rejects.toThrow(/append-only/);
      await expect(market.sql(`delete from ${table}`)).rejects.toThrow(/append-only|foreign key/);
    }
  });

  it('keep one history line for each version', async () => {
    const { id } = await aScenario(market).draft();
    await expect(
      market.sql(
        `insert into scenario.scenario_history (scenario_id, version, event, to_status) values ($1, 1, 'create', 'DRAFT')`,
        [id],
      ),
    ).rejects.toThrow(/duplicate key/);
  });

  it('let no capability be listed that nobody confirmed', async () => {
    const { id } = await aCapability(market).draft();
    await expect(
      market.sql(`update capability.capability set status = 'PUBLISHED' where id = $1`, [id]),
    ).rejects.toThrow(/check/);
  });
});
