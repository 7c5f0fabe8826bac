import { SteerPairing } from '@mantianxing/pairing';
import { AmendScenario, GetScenario, ListPublicScenarios, ReopenScenario, ScenarioReader } from '@mantianxing/scenario';
import { NoEmbedder } from '../../../libs/matching/src/embedding/no-embedder';
import { TrackDeadlines } from '../../../apps/matcher-worker/src/recurring/track-deadlines';
import { aCapability } from '../../support/builders/capability';
import { DISTRICT } from '../../support/builders/market';
import { aUnit, theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { openWorkingMarket, type WorkingMarket } from '../../support/builders/working-market';
import { aPairing, type AskedPairing } from '../../support/stories/asked-pairing';

/** The last day of the builder's scenarios is 31 December 2026. */
const [LAST_DAY, DAY_AFTER] = ['2026-12-31T15:59:00Z', '2026-12-31T16:00:00Z'];

describe('a scenario and its deadline', () => {
  let market: WorkingMarket;
  beforeEach(async () => void (market = await openWorkingMarket(new NoEmbedder())));
  afterEach(() => market?.close());

  const settle = async () => {
    for (let round = 0; round < 3; round += 1) await market.work();
  };
  const sweepAt = async (moment: string): Promise<number> => {
    market.clock.goTo(moment);
    const moved = await market.get(TrackDeadlines).run(market.clock.now());
    await settle();
    return moved;
  };
  const listed = async () => (await market.get(ListPublicScenarios).execute(DISTRICT, {})).items.map(({ id }) => id);
  const now = async (id: string) => {
    const { status, shutAt } = (await market.get(ScenarioReader).byId(id)) ?? {};
    return [status, shutAt !== null];
  };
  const told = async () =>
    (await market.sql<{ template: string }>(`select template from notification.notification where template in ('scenario.shut','scenario.expired','scenario.not-landed') order by id`)).map(({ template }) => template);
  const met = async (pairing: AskedPairing) => {
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    await settle();
  };
  const end = async ({ matchmaker: actor, pairingId, version }: AskedPairing) =>
    market.get(SteerPairing).end({ actor, pairingId, version: await version(), reason: '条件未谈妥' });

  it('expires the day after it where nothing is open, and is off the list, with its suggestions', async () => {
    await aCapability(market).published();
    const { id } = await aScenario(market).published();
    await settle();
    const open = () => market.sql(`select 1 from pairing.suggestion where scenario_id = $1 and status = 'OPEN'`, [id]);
    expect([await sweepAt(LAST_DAY), await now(id), (await open()).length]).toEqual([0, ['PUBLISHED', false], 1]);
    expect([await sweepAt(DAY_AFTER), await now(id), await listed(), await open()]).toEqual([1, ['EXPIRED', false], [], []]);
    expect([await sweepAt(DAY_AFTER), await told()]).toEqual([0, ['scenario.expired']]);
  });

  it('shuts where something was begun: off the list, nothing new, and what was begun is finished', async () => {
    const pairing = await aPairing(market);
    await met(pairing);
    const { id } = pairing.scenario;
    expect([await sweepAt(DAY_AFTER), await now(id), await listed()]).toEqual([1, ['IN_TALKS', true], []]);
    expect((await market.get(GetScenario).execute(pairing.unit.member, id)).statusLabel).toBe('已截止');
    expect(await pairing.states()).toBe('INTENT/AGREED/AGREED');
    await aCapability(market).published();
    await settle();
    expect(await market.sql(`select 1 from pairing.suggestion where scenario_id = $1 and status = 'OPEN'`, [id])).toEqual([]);
    expect(await sweepAt('2027-01-05T02:00:00Z')).toBe(0);
    await end(pairing);
    await settle();
    expect([await now(id), await told()]).toEqual([['NOT_LANDED', true], ['scenario.shut', 'scenario.not-landed']]);
  });

  it('moves once, however many workers look', async () => {
    const { id } = await aScenario(market).published();
    market.clock.goTo(DAY_AFTER);
    const moved = await Promise.all([1, 2, 3].map(() => market.get(TrackDeadlines).run(market.clock.now())));
    expect(moved.reduce((sum, one) => sum + one)).toBe(1);
    expect(await market.sql(`select event from scenario.scenario_history where scenario_id = $1 and event = 'expire'`, [id])).toHaveLength(1);
  });

  it('opens a shut entry again when staff move it', async () => {
    const pairing = await aPairing(market);
    await met(pairing);
    await sweepAt(DAY_AFTER);
    const { id } = pairing.scenario;
    const { matchmaker } = await theOffice(market);
    const { version, content } = await market.get(GetScenario).execute(matchmaker, id);
    await market.get(AmendScenario).execute(matchmaker, id, { version, content: { ...content, deadline: '2027-06-30' } });
    await settle();
    expect([await now(id), await listed()]).toEqual([['IN_TALKS', false], [id]]);
  });

  it('is handed in once more by its unit with a new one, and with no other', async () => {
    const unit = await aUnit(market);
    const { id } = await aScenario(market).of(unit).published();
    await sweepAt(DAY_AFTER);
    const { version } = await market.get(GetScenario).execute(unit.member, id);
    const reopen = (deadline: string, actor = unit.member) => market.get(ReopenScenario).execute(actor, id, version, deadline);
    await expect(reopen('2026-12-31')).rejects.toMatchObject({ status: 422, code: 'SCENARIO_GATE_INCOMPLETE' });
    await expect(reopen('2027-06-30', (await theOffice(market)).coordinator)).rejects.toMatchObject({ status: 403 });
    expect(await reopen('2027-06-30')).toMatchObject({ status: 'SUBMITTED', content: { deadline: '2027-06-30' } });
    await expect(reopen('2027-06-30')).rejects.toMatchObject({ status: 409 });
  });

  it('comes to no end while anything is open: the database refuses', async () => {
    const pairing = await aPairing(market);
    const put = market.sql(`update scenario.scenario set status = 'EXPIRED', due_at = null, owner_role = null where id = $1`, [pairing.scenario.id]);
    await expect(put).rejects.toMatchObject({ driverError: { constraint: 'nothing_open' } });
    const shut = market.sql(`update scenario.scenario set status = 'DRAFT', shut_at = now() where id = $1`, [pairing.scenario.id]);
    await expect(shut).rejects.toMatchObject({ driverError: { constraint: 'shut_once_published' } });
  });
});
