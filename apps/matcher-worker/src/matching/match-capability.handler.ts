import { Injectable } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { CapabilityReader, isCapabilityListed, type CapabilityRecord } from '@mantianxing/capability';
import { MatchMarks, SupplyGaps, type MatchScore } from '@mantianxing/matching';
import { ProposePairings, ReadSuggestions } from '@mantianxing/pairing';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { JobHandler } from '@mantianxing/queue';
import { isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';
import { MatchesInForce } from './matches-in-force';
import { capabilityProfile } from './profiles';
import { matchedScenario, proposalsOf } from './proposals';

/**
 * The way back: a new or changed capability meets the open scenarios. Only its own pairs are written; a scenario
 * where others are open too (a 弱匹配 may go, a 联合体 may come or go), or where this capability has lost its band, is
 * matched anew as a whole.
 */
@Injectable()
export class MatchCapabilityHandler extends JobHandler<'match-capability'> {
  override readonly name = 'match-capability';

  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
    private readonly matches: MatchesInForce,
    private readonly proposePairings: ProposePairings,
    private readonly suggestions: ReadSuggestions,
    private readonly gaps: SupplyGaps,
    private readonly clock: Clock,
    private readonly marks: MatchMarks,
  ) {
    super();
  }

  override async handle({ capabilityId, eventId }: JobPayloads['match-capability']): Promise<Job[]> {
    const capability = await this.capabilities.byId(capabilityId);
    if (!capability || !isCapabilityListed(capability)) return [];
    const { version } = this.matches;
    const matches = await this.matches.now().forCapability(
      capabilityProfile(capability),
      dayInShanghai(this.clock.now()),
    );
    await this.propose(capability, matches);
    const wholeRuns = await this.suggestions.scenariosToRematch(
      capabilityId,
      matches.map(({ scenarioId }) => scenarioId),
    );
    const { revision: ofContent, matchDigest: digest } = capability;
    await this.marks.record({ kind: 'capability', subjectId: capabilityId, revision: ofContent, digest, madeBy: version });
    return wholeRuns.map(({ scenarioId, revision }) => jobOf('match-scenario', { eventId, scenarioId, revision }));
  }

  /** Only 推荐 and 候选 come this way, so a scenario that has one is no gap any more. */
  private async propose(capability: CapabilityRecord, matches: MatchScore[]): Promise<void> {
    const rows = await this.scenarios.byIds(matches.map(({ scenarioId }) => scenarioId));
    for (const scenario of rows.filter(isScenarioOpen)) {
      const own = matches.filter(({ scenarioId }) => scenarioId === scenario.id);
      await this.proposePairings.execute(matchedScenario(scenario), proposalsOf(own, [capability]), {
        complete: false,
      });
      await this.gaps.close(scenario.id);
    }
  }
}
