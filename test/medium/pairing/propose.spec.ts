import type { CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { LapseSuggestions, ReadSuggestions, ReviewSuggestion, type ReviewedSuggestion } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';

describe('what a matching run writes', () => {
  let market: OwnMarket;
  let scenario: ScenarioView;
  let capability: CapabilityView;
  beforeAll(async () => {
    market = await openMarket({ DECISION_HOLD_SECONDS: '600' });
    capability = await aCapability(market).published();
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    scenario = await aScenario(market).published();
  });

  const rows = async (status?: string): Promise<ReviewedSuggestion[]> => {
    const { matchmaker } = await theOffice(market);
    return market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id, status });
  };
  const eventsOf = (subjectId: string) =>
    market.sql<{ name: string; ids: object }>(
      `select name, ids from outbox.event where subject_id = $1 and name like 'suggestion.%' order by id`,
      [subjectId],
    );
  const reject = async () => {
    const { matchmaker: actor } = await theOffice(market);
    const [row] = await rows();
    const order = { actor, suggestionId: row?.id ?? '', version: row?.version ?? 0, note: '' };
    await market.get(ReviewSuggestion).reject(order, 'SCALE');
  };

  it('opens a new pair for review with five working days, and tells once per run', async () => {
    const another = await aCapability(market).published();
    await propose(market, scenario, [aProposal(capability), aProposal(another, { band: 'CANDIDATE', score: 0.5 })]);
    const open = await rows();
    expect(open.map(({ capabilityIds, band, opening }) => ({ capabilityIds, band, opening }))).toEqual([
      { capabilityIds: [capability.id], band: 'RECOMMENDED', opening: 1 },
      { capabilityIds: [another.id], band: 'CANDIDATE', opening: 1 },
    ]);
    expect(open[0]?.dueAt?.toISOString()).toBe('2026-11-30T02:00:00.000Z');
    expect(await eventsOf(scenario.id)).toEqual([
      { name: 'suggestion.proposed', ids: { scenarioId: scenario.id, proposed: 2, recommended: 1, gatheredSince: '2026-11-23T02:00:00.000Z' } },
    ]);
  });

  it('tells of a burst of runs once, with all that is open', async () => {
    const another = await aCapability(market).published();
    await propose(market, scenario, [aProposal(capability)], { complete: false });
    await propose(market, scenario, [aProposal(another, { band: 'CANDIDATE' })], { complete: false });
    const waiting = await market.sql(
      `select e.ids->>'proposed' as proposed from outbox.dispatch d join outbox.event e on e.id = d.event_id
       where e.subject_id = $1 and e.name = 'suggestion.proposed'`,
      [scenario.id],
    );
    expect(waiting).toEqual([{ proposed: '2' }]);
  });

  it('lets no burst keep its notice back for ever: three minutes after its beginning it goes', async () => {
    const began = market.clock.now();
    const holdOf = async () => {
      const [row] = await market.sql<{ hold: number }>(
        `select round(extract(epoch from d.available_at - e.at))::int as hold from outbox.dispatch d join outbox.event e on e.id = d.event_id
         where e.subject_id = $1 and e.name = 'suggestion.proposed'`,
        [scenario.id],
      );
      return row?.hold;
    };
    const holds: (number | undefined)[] = [];
    for (const seconds of [0, 100, 170, 200]) {
      market.clock.at = new Date(began.getTime() + seconds * 1000);
      await propose(market, scenario, [aProposal(await aCapability(market).published())], { complete: false });
      holds.push(await holdOf());
    }
    market.clock.at = began;
    expect(holds).toEqual([30, 30, 10, 0]);
  });

  it('changes nothing when the same run is written twice', async () => {
    await propose(market, scenario, [aProposal(capability)]);
    const before = await rows();
    expect(await propose(market, scenario, [aProposal(capability)])).toEqual({ opened: 0, lapsed: 0 });
    expect(await rows()).toEqual(before);
    expect(await eventsOf(scenario.id)).toHaveLength(1);
  });

  it('writes one row when two workers propose the same pair at once', async () => {
    const runs = Array.from({ length: 6 }, () => propose(market, scenario, [aProposal(capability)]));
    const opened = (await Promise.all(runs)).map((run) => run.opened);
    expect(opened.reduce((sum, count) => sum + count)).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it('lets an open pair lapse that a whole run no longer finds, and opens it again when it is found', async () => {
    await propose(market, scenario, [aProposal(capability)]);
    expect(await propose(market, scenario, [])).toEqual({ opened: 0, lapsed: 1 });
    expect(await rows('LAPSED')).toHaveLength(1);
    expect(await propose(market, scenario, [aProposal(capability)])).toEqual({ opened: 1, lapsed: 0 });
    expect(await rows()).toHaveLength(1);
  });

  it('leaves other pairs alone when only one capability was matched', async () => {
    const another = await aCapability(market).published();
    await propose(market, scenario, [aProposal(capability)]);
    await propose(market, scenario, [aProposal(another)], { complete: false });
    expect(await rows()).toHaveLength(2);
  });

  it('keeps a rejected pair away until a side changes, and then says why it is back', async () => {
    await propose(market, scenario, [aProposal(capability)]);
    await reject();
    expect(await propose(market, scenario, [aProposal(capability)])).toEqual({ opened: 0, lapsed: 0 });
    expect(await rows()).toHaveLength(0);
    const changed = aProposal(capability, { capabilityDigest: 'another text' });
    expect(await propose(market, scenario, [changed])).toEqual({ opened: 1, lapsed: 0 });
    expect((await rows())[0]).toMatchObject({
      opening: 2,
      reopenedBecause: '再次出现：企业方于2026-11-23修改了内容；上次原因：规模或性能不符',
    });
  });

  it('ignores a run over an older revision of the scenario', async () => {
    await propose(market, { id: scenario.id, revision: scenario.revision + 1 }, [aProposal(capability)]);
    expect(await propose(market, scenario, [])).toEqual({ opened: 0, lapsed: 0 });
    expect(await rows()).toHaveLength(1);
  });

  it('rescored with the same texts keeps its version; with changed texts it gets a new one', async () => {
    await propose(market, scenario, [aProposal(capability)]);
    await propose(market, scenario, [aProposal(capability, { score: 0.7 })]);
    expect((await rows())[0]).toMatchObject({ score: 0.7, version: 1 });
    await propose(market, scenario, [aProposal(capability)], { digest: 'another text' });
    expect((await rows())[0]).toMatchObject({ score: 0.8, version: 2 });
  });

  it('lapses with its side, told once per scenario, and nothing is left to do the second time', async () => {
    await propose(market, scenario, [aProposal(capability)]);
    expect(await market.get(LapseSuggestions).execute('scenario', scenario.id)).toBe(1);
    expect(await market.get(LapseSuggestions).execute('scenario', scenario.id)).toBe(0);
    expect((await eventsOf(scenario.id)).map(({ name }) => name)).toEqual(['suggestion.proposed', 'suggestion.lapsed']);
  });

  it('leaves neither row nor event behind when the transaction fails', async () => {
    const broken = aProposal(capability, { score: 1.5 });
    await expect(propose(market, scenario, [aProposal(await aCapability(market).published()), broken])).rejects.toThrow(
      'suggestion_score_check',
    );
    expect(await rows()).toHaveLength(0);
    expect(await eventsOf(scenario.id)).toHaveLength(0);
  });
});
