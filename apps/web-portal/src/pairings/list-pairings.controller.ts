import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DescribeCapabilities } from '@mantianxing/capability';
import { DomainError, ReviewQueueQuery, ReviewQueueView, SuggestionView, type Actor, type SuggestionRowView } from '@mantianxing/contracts';
import { ENOUGH_APPROVED, ReadSuggestions } from '@mantianxing/pairing';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { DescribeScenarios } from '@mantianxing/scenario';
import { z } from 'zod';
import { deskOrder, SuggestionPairs, suggestionRow } from './suggestion-pairs';

/** The review desk's reading side: what is suggested, and why. Texts are the public views: no contacts. */
@ApiTags('撮合审核')
@Controller('api/suggestions')
export class ListPairingsController {
  constructor(
    private readonly suggestions: ReadSuggestions,
    private readonly pairs: SuggestionPairs,
    private readonly scenarios: DescribeScenarios,
    private readonly capabilities: DescribeCapabilities,
  ) {}

  @Get()
  @Answers(ReviewQueueView)
  @Refusals(401, 403, 422)
  async queue(@CurrentActor() actor: Actor, @Query({ schema: ReviewQueueQuery }) query: ReviewQueueQuery): Promise<ReviewQueueView> {
    const { by = 'scenario', q = '', ...filter } = query;
    const pairs = await this.pairs.of(await this.suggestions.queue(actor, filter));
    const rows = deskOrder(pairs.map(suggestionRow).filter((row) => mentions(row, q)), by);
    const approved = await this.suggestions.approvedCounts([...new Set(rows.map(({ scenarioId }) => scenarioId))]);
    return { rows, total: rows.length, approvedOf: Object.fromEntries(approved), enough: ENOUGH_APPROVED };
  }

  @Get(':id')
  @Answers(SuggestionView)
  @Refusals(401, 403, 404, 422)
  async one(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<SuggestionView> {
    const suggestion = await this.suggestions.one(actor, id);
    const [[pair], [scenario], members, exposure] = await Promise.all([
      this.pairs.of([suggestion]),
      this.scenarios.execute([suggestion.scenarioId]),
      this.capabilities.execute(suggestion.capabilityIds),
      this.suggestions.exposureOf(suggestion.firmIds[0] ?? ''),
    ]);
    const [capability] = members;
    if (!pair || !scenario || !capability) throw new DomainError('SUGGESTION_NOT_FOUND', 404, '没有找到这条建议，可能已失效。');
    const { reasons, missing, scoreVersion } = suggestion;
    return { row: suggestionRow(pair), scenario, capability, members, reasons, missing, scoreVersion, exposure };
  }
}

/** True when one of the names of either side holds `q`, without regard to case. */
function mentions(row: SuggestionRowView, q: string): boolean {
  const wanted = q.toLowerCase();
  const partners = (row.partners ?? []).flatMap(({ capabilityName, firmName }) => [capabilityName, firmName]);
  return [row.scenarioTitle, row.organizationName, row.capabilityName, row.firmName, ...partners].some((name) => name.toLowerCase().includes(wanted));
}
