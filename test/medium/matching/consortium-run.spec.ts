import { Test, type TestingModule } from '@nestjs/testing';
import { CalendarModule } from '@mantianxing/calendar';
import { CAPABILITY_ENTITIES, CapabilityModule, CapabilityReader } from '@mantianxing/capability';
import type { CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { DatabaseModule } from '@mantianxing/database';
import { countStatistics, createMatcher, ExhaustiveFinder, EmbeddingModule, MatchMarks, MatchingModule, ReadLikeness, StatisticsShelf, SupplyGaps } from '@mantianxing/matching';
import { ORGANIZATION_ENTITIES, OrganizationModule } from '@mantianxing/organization';
import { OutboxModule } from '@mantianxing/outbox';
import { PAIRING_ENTITIES, PairingModule, ProposePairings, ReadSuggestions } from '@mantianxing/pairing';
import { Clock, PlatformModule } from '@mantianxing/platform';
import { SCENARIO_ENTITIES, ScenarioModule, ScenarioReader } from '@mantianxing/scenario';
import { DataSource } from 'typeorm';
import * as lists from '../../../apps/local-stack/src/seed/lists';
import { MatchCapabilityHandler } from '../../../apps/matcher-worker/src/matching/match-capability.handler';
import { MatchScenarioHandler } from '../../../apps/matcher-worker/src/matching/match-scenario.handler';
import { MatchesInForce } from '../../../apps/matcher-worker/src/matching/matches-in-force';
import { capabilityProfile, scenarioProfile } from '../../../apps/matcher-worker/src/matching/profiles';
import { RecordProfileSource } from '../../../apps/matcher-worker/src/matching/record-profile-source';
import { MatcherInForce } from '../../../apps/matcher-worker/src/statistics/matcher-in-force';
import { sampleSet } from '../../eval/sets.mjs';
import { aCapability } from '../../support/builders/capability';
import { testEnv, type Market } from '../../support/builders/market';
import { aFirm, theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { freshDatabase } from '../../support/database';

const ENTITIES = [...ORGANIZATION_ENTITIES, ...SCENARIO_ENTITIES, ...CAPABILITY_ENTITIES, ...PAIRING_ENTITIES];
const scenarioOf = (wanted: string) => lists.SAMPLE_SCENARIOS.find(({ key }) => key === wanted)?.content;
const capabilityOf = (wanted: string) => lists.SAMPLE_CAPABILITIES.find(({ key }) => key === wanted)?.content;

describe('a matching run over a need that two firms cover together', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let app: TestingModule;
  let market: Market;
  let scenario: ScenarioView;
  let drone: CapabilityView;
  let flood: CapabilityView;
  let matchScenario: MatchScenarioHandler;
  let matchCapability: MatchCapabilityHandler;
  beforeAll(async () => {
    database = await freshDatabase();
    app = await Test.createTestingModule({
      imports: [
        PlatformModule.forRoot(testEnv(database.url)),
        DatabaseModule.forRoot({ entities: ENTITIES }),
        ...[OutboxModule, CalendarModule, OrganizationModule, ScenarioModule, CapabilityModule, PairingModule, MatchingModule, EmbeddingModule],
      ],
      providers: [MatcherInForce],
    }).compile();
    market = { get: (door) => app.get(door as never), sql: (text, values = []) => app.get(DataSource).query(text, values) };
    drone = await aCapability(market, capabilityOf('cap-drone')).of(await aFirm(market, { name: '翼衡低空科技' })).published();
    flood = await aCapability(market, capabilityOf('cap-flood')).of(await aFirm(market, { name: '澄汛水利科技' })).published();
    scenario = await aScenario(market, scenarioOf('sc-river')).published();
    await app.get(StatisticsShelf).activate(countStatistics(sampleSet(lists).capabilities, createMatcher()));
    await openHandlers();
  });
  afterAll(async () => {
    await app.get(DataSource).destroy();
    await database.drop();
  });

  /** The worker's handlers over an engine that scores every pair. */
  async function openHandlers(): Promise<void> {
    const [scenarios, capabilities] = [app.get(ScenarioReader), app.get(CapabilityReader)];
    const inForce = app.get(MatcherInForce);
    await inForce.load();
    const published = (await capabilities.byIds([drone.id, flood.id])).map(capabilityProfile);
    const open = (await scenarios.byIds([scenario.id])).map((row) => inForce.now().distil(scenarioProfile(row)));
    const finder = new ExhaustiveFinder(inForce.now(), open, published, '2026-11-22');
    const matches = new MatchesInForce(inForce, finder, new RecordProfileSource(scenarios, capabilities), app.get(ReadLikeness));
    const rest = [app.get(SupplyGaps), app.get(Clock), app.get(MatchMarks)] as const;
    matchScenario = new MatchScenarioHandler(scenarios, capabilities, matches, app.get(ProposePairings), ...rest);
    matchCapability = new MatchCapabilityHandler(scenarios, capabilities, matches, app.get(ProposePairings), app.get(ReadSuggestions), ...rest);
  }

  const open = async () => {
    const { matchmaker } = await theOffice(market);
    return market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id });
  };
  const run = () => matchScenario.handle({ eventId: '1', scenarioId: scenario.id, revision: scenario.revision });

  it('proposes the two together beside each alone, with who covers what', async () => {
    await run();
    const [joint, ...singles] = await open();
    expect(joint).toMatchObject({ capabilityIds: expect.arrayContaining([drone.id, flood.id]), band: 'RECOMMENDED' });
    expect(joint?.reasons[0]).toMatchObject({ kind: 'CONSORTIUM', sentence: expect.stringMatching(/^翼衡低空科技覆盖“.+”，澄汛水利科技覆盖“.+”，合计\d+\/\d+项$/) });
    expect(singles.map(({ capabilityIds }) => capabilityIds)).toEqual(expect.arrayContaining([[drone.id], [flood.id]]));
    expect(singles).toHaveLength(2);
  });

  it('changes nothing the second time', async () => {
    await run();
    const before = await open();
    await run();
    expect(await open()).toEqual(before);
  });

  it('follows a run of either member, which leaves the consortium as it is', async () => {
    await run();
    for (const { id: capabilityId, revision } of [drone, flood]) {
      const jobs = await matchCapability.handle({ eventId: '2', capabilityId, revision });
      expect(jobs).toMatchObject([{ name: 'match-scenario', payload: { scenarioId: scenario.id } }]);
      expect(await open()).toHaveLength(3);
    }
  });
});
