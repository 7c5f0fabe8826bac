import { DomainError, type Mark } from '@mantianxing/contracts';

export interface ScenarioFilters {
  sector?: string;
  /** Exact name of the organisation, the owner or a lead or responsible unit. */
  unit?: string;
  status?: string;
}

export interface CapabilityFilters {
  sector?: string;
  kind?: string;
}

export interface SearchQuestion<Filters> {
  /** As typed; empty lists everything, newest first. */
  q: string;
  filters?: Filters;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface SearchPage {
  ids: string[];
  /** Of all pages. */
  total: number;
  /**
   * Per id, the words that were found, in the verbatim text of profile fields (lists joined by `、`) and of
   * `organizationName`. A mark may be of an older revision: show it only where `text` still stands at `start`.
   */
  highlights: Record<string, Mark[]>;
}

/**
 * People's search box over the public lists. Traditional finds Simplified, synonyms of the thesaurus are found,
 * titles and names before bodies; where nothing holds all words, entries that hold some are returned.
 * @throws SearchUnavailable when the engine is away: look through titles instead and say so (暂按标题查找).
 */
export abstract class PeopleSearch {
  abstract searchScenarios(question: SearchQuestion<ScenarioFilters>): Promise<SearchPage>;
  abstract searchCapabilities(question: SearchQuestion<CapabilityFilters>): Promise<SearchPage>;
}

export class SearchUnavailable extends DomainError {
  constructor(cause?: unknown) {
    super('SEARCH_UNAVAILABLE', 503, '检索暂时不可用，请稍后再试');
    this.name = 'SearchUnavailable';
    this.cause = cause;
  }
}


