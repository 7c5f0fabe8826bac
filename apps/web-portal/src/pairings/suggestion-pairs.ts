import { Injectable } from '@nestjs/common';
import { CapabilityReader, type CapabilityRecord } from '@mantianxing/capability';
import { PAIRING_STATUS, SUGGESTION_STATUS, type PartnerView, type SuggestionRowView } from '@mantianxing/contracts';
import type { ReviewedSuggestion, Suggestion } from '@mantianxing/pairing';
import { ScenarioReader, type ScenarioRecord } from '@mantianxing/scenario';

export interface Pair<T extends Suggestion> {
  suggestion: T;
  scenario: ScenarioRecord;
  /** The lead of `members`. */
  capability: CapabilityRecord;
  /** One, or those of a 联合体, the lead first. */
  members: CapabilityRecord[];
}

/** Puts suggestions together with the names of both sides, many with two queries. */
@Injectable()
export class SuggestionPairs {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
  ) {}

  /** In the given order; a suggestion whose side has gone from the database is left out. */
  async of<T extends Suggestion>(suggestions: readonly T[]): Promise<Pair<T>[]> {
    const [scenarios, capabilities] = await Promise.all([
      this.scenarios.byIds([...new Set(suggestions.map(({ scenarioId }) => scenarioId))]),
      this.capabilities.byIds([...new Set(suggestions.flatMap(({ capabilityIds }) => capabilityIds))]),
    ]);
    const scenarioOf = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
    const capabilityOf = new Map(capabilities.map((capability) => [capability.id, capability]));
    return suggestions.flatMap((suggestion) => {
      const scenario = scenarioOf.get(suggestion.scenarioId);
      const members = suggestion.capabilityIds.flatMap((id) => capabilityOf.get(id) ?? []);
      const [capability] = members;
      const isWhole = capability && members.length === suggestion.capabilityIds.length;
      return scenario && isWhole ? [{ suggestion, scenario, capability, members }] : [];
    });
  }
}

/** The members beside `own`; nothing where there is only one. */
export function partnersBeside(members: readonly CapabilityRecord[], own: CapabilityRecord): { partners?: PartnerView[] } {
  const partners = members
    .filter(({ id }) => id !== own.id)
    .map(({ id, name, firmId, firmName }) => ({ capabilityId: id, capabilityName: name, firmId, firmName }));
  return partners.length > 0 ? { partners } : {};
}

/** One row of the desk. The score leaves as 0..100, for staff only. */
export function suggestionRow({ suggestion, scenario, capability, members }: Pair<ReviewedSuggestion>): SuggestionRowView {
  const { review, undoUntil, ended } = suggestion;
  return {
    id: suggestion.id,
    version: suggestion.version,
    opening: suggestion.opening,
    status: suggestion.status,
    statusLabel: SUGGESTION_STATUS[suggestion.status],
    scenarioId: scenario.id,
    scenarioTitle: scenario.title,
    organizationName: scenario.organizationName,
    capabilityId: capability.id,
    capabilityName: capability.name,
    firmId: capability.firmId,
    firmName: capability.firmName,
    ...partnersBeside(members, capability),
    band: suggestion.band,
    score: Math.round(suggestion.score * 100),
    toVerify: suggestion.toVerify,
    reopenedBecause: suggestion.reopenedBecause,
    waitingSince: suggestion.openedAt.toISOString(),
    ...(ended && { pairingEnded: PAIRING_STATUS[ended.status] }),
    ...(review && { decidedBy: review.decidedBy, decidedAt: review.decidedAt.toISOString() }),
    ...(undoUntil && { undoUntil: undoUntil.toISOString() }),
  };
}

/**
 * The order of the desk: groups by how long their first row has waited, the best first within a group.
 * Ties fall to the name, so that a reload never shuffles the queue.
 */
export function deskOrder(rows: SuggestionRowView[], by: 'scenario' | 'firm'): SuggestionRowView[] {
  const group = (row: SuggestionRowView) => (by === 'firm' ? row.firmId : row.scenarioId);
  const name = (row: SuggestionRowView) => (by === 'firm' ? row.firmName : row.scenarioTitle);
  const since = new Map<string, string>();
  for (const row of rows) {
    const earliest = since.get(group(row));
    if (!earliest || row.waitingSince < earliest) since.set(group(row), row.waitingSince);
  }
  const waited = (row: SuggestionRowView) => since.get(group(row)) ?? '';
  return [...rows].sort(
    (a, b) =>
      waited(a).localeCompare(waited(b)) ||
      name(a).localeCompare(name(b), 'zh') ||
      group(a).localeCompare(group(b)) ||
      b.score - a.score ||
      a.id.localeCompare(b.id),
  );
}
