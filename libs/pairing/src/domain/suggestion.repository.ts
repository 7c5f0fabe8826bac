import type { DueRow, DueStage, MatchReason } from '@mantianxing/contracts';
import type { EndedPairing } from './rematch';
import type { Decision, Proposal, MatchedScenario, Review, Suggestion } from './suggestion';
import type { SuggestionEvent } from './suggestion-status';

export interface SuggestionStep {
  event: SuggestionEvent;
  actorAccountId: string | null;
  note: string;
  at: Date;
}

export interface SuggestionFilter {
  districtCode: string;
  status?: string;
  band?: string;
  scenarioId?: string;
  limit: number;
}

export interface NewReview {
  suggestionId: string;
  opening: number;
  decision: Decision;
  reasonCode: string | null;
  note: string;
  features: ReviewFeatures;
  accountId: string;
  decidedAt: Date;
}

/** What the machine said at the moment of a decision: the training data of a later calibration. */
export interface ReviewFeatures {
  score: number;
  band: string;
  reasons: MatchReason[];
  missing: string[];
  toVerify: string[];
  scoreVersion: string;
  scenarioDigest: string;
  capabilityDigests: string[];
}

/** A review with the name of the person who decided. */
export interface NamedReview extends Review {
  decidedBy: string;
}

export abstract class SuggestionRepository {
  abstract byId(id: string): Promise<Suggestion | null>;
  abstract byIds(ids: readonly string[]): Promise<Suggestion[]>;
  /** Inside a transaction: waits for other runs over the same scenario, then answers its rows. */
  abstract lockScenario(scenarioId: string): Promise<Suggestion[]>;
  abstract insert(scenario: MatchedScenario, proposal: Proposal, dueAt: Date, at: Date): Promise<string>;
  /** Writes `changes` if the row still has `before`'s version and state; false when somebody was quicker. */
  abstract move(before: Suggestion, changes: Partial<Suggestion>, step: SuggestionStep): Promise<boolean>;
  /** New figures for an undecided row whose texts did not change: no new version, no history. */
  abstract refreshScore(id: string, changes: Partial<Suggestion>): Promise<void>;
  abstract list(filter: SuggestionFilter): Promise<Suggestion[]>;
  abstract ofFirms(firmIds: readonly string[], limit: number): Promise<Suggestion[]>;
  /** Pairings that stood as they are since `before` and have no consent of their present round. */
  abstract unaskedPairings(before: Date): Promise<{ pairingId: string; round: number }[]>;
  /** Entries that undecided suggestions, or pairings still being asked, stand on. */
  abstract openSides(what: 'suggestion' | 'pairing'): Promise<{ scenarioIds: string[]; capabilityIds: string[] }>;
  /** What nobody has decided yet, open or held. */
  abstract undecidedOf(kind: 'scenario' | 'capability', subjectId: string): Promise<Suggestion[]>;
  /** Of these scenarios, the ones where anything but this capability by itself is undecided. */
  abstract withOthersUndecided(scenarioIds: readonly string[], capabilityId: string): Promise<{ scenarioId: string; revision: number }[]>;
  /** Of these suggestions, the ones whose pairing of the present opening has ended, and how; undone ones are open again. */
  abstract endedPairings(ids: readonly string[]): Promise<Map<string, EndedPairing>>;
  /** How many stand: approved, and not over since. */
  abstract approvedCounts(scenarioIds: readonly string[]): Promise<Map<string, number>>;
  /** How often firms were suggested and introduced so far, by firm id. */
  abstract exposureOf(firmId: string): Promise<{ suggested: number; introduced: number }>;

  /**
   * Inside a unit of work: marks the open rows that are due `until` then and were not told of this stage, a few at a time,
   * and answers them. Rows another worker holds are passed over.
   */
  abstract markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]>;

  /** How many open ones of the scenario are due by then, and since when the first of them is; null where none is. */
  abstract dueOf(scenarioId: string, until: Date): Promise<{ rows: number; dueAt: Date } | null>;

  abstract insertReview(review: NewReview): Promise<void>;
  /** The standing decision of the row's current opening. */
  abstract standingReview(suggestionId: string, opening: number): Promise<NamedReview | null>;
  abstract lastReviews(suggestionIds: readonly string[]): Promise<Map<string, NamedReview>>;
  abstract markUndone(reviewId: string, at: Date): Promise<void>;
}
