import { Injectable } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { CapabilityReader } from '@mantianxing/capability';
import { MatchMarks, SupplyGaps, type MatchScore } from '@mantianxing/matching';
import { ProposePairings } from '@mantianxing/pairing';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { JobHandler } from '@mantianxing/queue';
import { isScenarioOpen, ScenarioReader, type ScenarioRecord } from '@mantianxing/scenario';
import { MatchesInForce } from './matches-in-force';
import { scenarioProfile } from './profiles';
import { jointProposalsOf, matchedScenario, proposalsOf } from './proposals';

/** Steps 5 and 6 of the journey: everything worth proposing for one scenario, as it stands now. */
@Injectable()
export class MatchScenarioHandler extends JobHandler<'match-scenario'> {
  override readonly name = 'match-scenario';

  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
    private readonly matches: MatchesInForce,
    private readonly proposePairings: ProposePairings,
    private readonly gaps: SupplyGaps,
    private readonly clock: Clock,
    private readonly marks: MatchMarks,
  ) {
    super();
  }

  override async handle({ scenarioId }: JobPayloads['match-scenario']): Promise<Job[]> {
    const scenario = await this.scenarios.byId(scenarioId);
    // Left meanwhile: its own removal lapses what is open.
    if (!scenario || !isScenarioOpen(scenario)) return [];
    const { version } = this.matches;
    const day = dayInShanghai(this.clock.now());
    const { matches, consortia } = await this.matches.now().forScenario(scenarioProfile(scenario), day);
    // Members of a consortium are 推荐 or 候选, but may stand below those shown.
    const ids = [...matches.map(({ capabilityId }) => capabilityId), ...consortia.flatMap(({ capabilityIds }) => capabilityIds)];
    const rows = await this.capabilities.byIds([...new Set(ids)]);
    const proposals = [...proposalsOf(matches, rows), ...jointProposalsOf(consortia, rows)];
    await this.proposePairings.execute(matchedScenario(scenario), proposals, { complete: true });
    await this.keepGap(scenario, matches);
    const { id: subjectId, revision, matchDigest: digest } = scenario;
    await this.marks.record({ kind: 'scenario', subjectId, revision, digest, madeBy: version });
    return [];
  }

  /** 缺口: nothing reached 候选 in this run. */
  private async keepGap(scenario: ScenarioRecord, matches: MatchScore[]): Promise<void> {
    const best = matches[0];
    if (matches.some(({ band }) => band === 'RECOMMENDED' || band === 'CANDIDATE')) return this.gaps.close(scenario.id);
    await this.gaps.record({
      scenarioId: scenario.id,
      scenarioRevision: scenario.revision,
      sector: scenario.sector,
      bestScore: best?.score ?? null,
      uncovered: best?.missing ?? [],
    });
  }
}
