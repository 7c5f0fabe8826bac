import type { CapabilityDocument } from './documents/capability.document';
import type { EntryKind } from './documents/entry-kind';
import type { ScenarioDocument } from './documents/scenario.document';

export interface DocumentOf {
  scenario: ScenarioDocument;
  capability: CapabilityDocument;
}
export type SearchDocument = ScenarioDocument | CapabilityDocument;

export interface SearchHealth {
  up: boolean;
  /** `meilisearch` or `embedded`. */
  engine: string;
  /** Chinese, for the portal; empty when all is well. */
  note: string;
  /** Kinds whose documents were made by other knowledge or other settings: rebuild them. Empty while away. */
  stale: EntryKind[];
}

/**
 * The copy that retrieval reads. PostgreSQL rows are the truth: the copy may be rebuilt at any time. Every write is
 * awaited until it can be found by any process, and the last write to an id wins; writing twice is harmless.
 * @throws when a write did not succeed or is not known to have: the job is to be repeated.
 */
export abstract class SearchIndex {
  /** Adds, or replaces whole. */
  abstract put<K extends EntryKind>(kind: K, documents: readonly DocumentOf[K][]): Promise<void>;
  /** Removing what is not there changes nothing. */
  abstract remove(kind: EntryKind, ids: readonly string[]): Promise<void>;
  /** Never throws. */
  abstract ready(): Promise<SearchHealth>;
  abstract count(kind: EntryKind): Promise<number>;
  /** Everything that can be found now, with its revision; what is there only in part is left out. */
  abstract listing(kind: EntryKind): Promise<Map<string, number>>;
  /** The revision that can be found now; undefined when the entry cannot. */
  abstract revisionOf(kind: EntryKind, id: string): Promise<number | undefined>;
}
