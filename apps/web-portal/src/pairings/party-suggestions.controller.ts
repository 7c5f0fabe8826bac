import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError, lettersOf, mayAct, PartySuggestionListView, type Actor } from '@mantianxing/contracts';
import { SupplyGaps } from '@mantianxing/matching';
import { ReadSuggestions } from '@mantianxing/pairing';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { isScenarioListed, isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';
import { z } from 'zod';
import { PartyEyes } from './party-eyes';
import { concernsParties, isSupply } from './party-suggestion';
import { SuggestionPairs } from './suggestion-pairs';

/** 候选企业 for the unit that published, 推荐场景 for the firm. */
@ApiTags('推荐')
@Controller('api')
export class PartySuggestionsController {
  constructor(
    private readonly suggestions: ReadSuggestions,
    private readonly pairs: SuggestionPairs,
    private readonly scenarios: ScenarioReader,
    private readonly gaps: SupplyGaps,
    private readonly seen: PartyEyes,
  ) {}

  @Get('scenario-candidates/:scenarioId')
  @Answers(PartySuggestionListView)
  @Refusals(401, 403, 404)
  async candidates(
    @CurrentActor() actor: Actor,
    @Param('scenarioId', { schema: z.uuid() }) scenarioId: string,
  ): Promise<PartySuggestionListView> {
    const scenario = await this.scenarios.byId(scenarioId);
    const mine = scenario && scenario.districtCode === actor.districtCode && mayAct(actor, ['D', 'M', 'C'], scenario.organizationId);
    if (!mine) throw new DomainError('SCENARIO_NOT_FOUND', 404, '没有找到这个场景，可能已撤回。');
    const [rows, recorded] = await Promise.all([
      this.suggestions.ofScenario(actor, scenarioId),
      this.gaps.isOpen(scenarioId),
    ]);
    // A finished run leaves a row of the present content, or the gap.
    const reached = recorded || rows.some(({ scenarioDigest }) => scenarioDigest === scenario.matchDigest);
    // The gap is noted by whole runs; a capability listed since may already have closed it.
    const gap = recorded && !rows.some(isSupply);
    const items = this.seen.by(await this.pairs.of(rows.filter(concernsParties)));
    return { items, matching: isScenarioOpen(scenario) && !reached, gap };
  }

  @Get('firm-matches')
  @Answers(PartySuggestionListView)
  @Refusals(401, 403)
  async firmMatches(@CurrentActor() actor: Actor): Promise<PartySuggestionListView> {
    const firms = actor.memberships
      .map(({ organizationId }) => organizationId)
      .filter((organizationId) => lettersOf(actor, organizationId).has('F'));
    const rows = await this.suggestions.ofFirms(firms);
    const pairs = await this.pairs.of(rows.filter(concernsParties));
    // An internal or withdrawn scenario is nobody's business outside, whatever was suggested before.
    const items = this.seen.by(pairs.filter(({ scenario }) => isScenarioListed(scenario)), firms);
    return { items, matching: await this.seen.matcherIsBehind(), gap: false };
  }
}
