import { Inject, Injectable } from '@nestjs/common';
import { isStaff, type Actor } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import type { EndedPairing } from '../domain/rematch';
import type { Suggestion } from '../domain/suggestion';
import { SuggestionRepository, type NamedReview } from '../domain/suggestion.repository';
import { tellingReasons } from '../domain/telling-reasons';
import { undoUntil } from './decision-view';
import { Recusals } from './recusals';

export interface ReviewedSuggestion extends Suggestion {
  /** The decision that stands for the current opening. */
  review: NamedReview | null;
  /** Until when the asking person may take it back; null for others. */
  undoUntil: Date | null;
  /** How the pairing it led to ended; null while that goes on, and where there is none. */
  ended: EndedPairing | null;
}

/** Reading for the desk (staff) and for the two sides; who may see a row is decided here. */
@Injectable()
export class ReadSuggestions {
  constructor(
    private readonly suggestions: SuggestionRepository,
    private readonly recusals: Recusals,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Best first within each scenario, without those the person is recused from; staff only (403). */
  async queue(
    actor: Actor,
    filter: { status?: string; band?: string; scenarioId?: string; limit?: number },
  ): Promise<ReviewedSuggestion[]> {
    this.staffOnly(actor);
    const rows = await this.suggestions.list({
      districtCode: actor.districtCode,
      status: filter.status ?? 'OPEN',
      band: filter.band,
      scenarioId: filter.scenarioId,
      limit: filter.limit ?? 5000,
    });
    return this.reviewed(actor, await this.recusals.open(actor, rows));
  }

  async one(actor: Actor, id: string): Promise<ReviewedSuggestion> {
    this.staffOnly(actor);
    const row = await this.suggestions.byId(id);
    if (!row || row.districtCode !== actor.districtCode) throw PAIRING_ERRORS.notFound();
    await this.recusals.refuse(actor, row);
    const [reviewed] = await this.reviewed(actor, [row]);
    return reviewed as ReviewedSuggestion;
  }

  /** All that was suggested for a scenario; the caller has checked that the reader may see it. */
  async ofScenario(actor: Actor, scenarioId: string): Promise<Suggestion[]> {
    return this.recusals.open(actor, await this.suggestions.list({ districtCode: actor.districtCode, scenarioId, limit: 200 }));
  }

  /** Why these pairs were suggested, by suggestion id; the caller has checked that the reader may know. */
  async reasonsOf(suggestionIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.suggestions.byIds([...new Set(suggestionIds)]);
    return new Map(rows.map(({ id, reasons }) => [id, tellingReasons(reasons)]));
  }

  /** What was suggested for the firms a person belongs to. */
  ofFirms(firmIds: readonly string[]): Promise<Suggestion[]> {
    return this.suggestions.ofFirms(firmIds, 200);
  }

  /**
   * Scenarios that need a whole run after one of this capability: those it serves beside others, whose 弱匹配 may
   * now go and whose 联合体 may come, go or change; and those where it is open but was not `found` again.
   */
  async scenariosToRematch(
    capabilityId: string,
    found: readonly string[],
  ): Promise<{ scenarioId: string; revision: number }[]> {
    const lost = (await this.suggestions.undecidedOf('capability', capabilityId))
      .filter(({ scenarioId }) => !found.includes(scenarioId))
      .map(({ scenarioId, scenarioRevision }) => ({ scenarioId, revision: scenarioRevision }));
    const all = [...lost, ...(await this.suggestions.withOthersUndecided(found, capabilityId))];
    return [...new Map(all.map((one) => [one.scenarioId, one])).values()];
  }

  approvedCounts(scenarioIds: readonly string[]): Promise<Map<string, number>> {
    return this.suggestions.approvedCounts(scenarioIds);
  }

  /** Without rights, for the worker: what is due of a scenario's open ones by then. */
  dueOf(scenarioId: string, until: Date): Promise<{ rows: number; dueAt: Date } | null> {
    return this.suggestions.dueOf(scenarioId, until);
  }

  exposureOf(firmId: string): Promise<{ suggested: number; introduced: number }> {
    return this.suggestions.exposureOf(firmId);
  }

  private staffOnly(actor: Actor): void {
    if (!isStaff(actor)) throw PAIRING_ERRORS.forbidden();
  }

  private async reviewed(actor: Actor, rows: Suggestion[]): Promise<ReviewedSuggestion[]> {
    const decided = rows.filter((row) => row.status === 'APPROVED' || row.status === 'REJECTED');
    const reviews = await this.suggestions.lastReviews(decided.map((row) => row.id));
    const approved = decided.filter((row) => row.status === 'APPROVED');
    const ended = await this.suggestions.endedPairings(approved.map((row) => row.id));
    return rows.map((row) => {
      const review = reviews.get(row.id) ?? null;
      const mine = review !== null && review.accountId === actor.accountId;
      return { ...row, review, ended: ended.get(row.id) ?? null, undoUntil: mine ? undoUntil(review, this.env.DECISION_HOLD_SECONDS) : null };
    });
  }
}
