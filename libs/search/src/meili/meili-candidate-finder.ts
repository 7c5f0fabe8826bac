import {
  type Candidate,
  CandidateFinder,
  type CapabilityProfile,
  compareCandidates,
  type DistilledScenario,
  type TermVector,
  unpackVector,
  vectorProduct,
} from '@mantianxing/matching';
import type { MultiSearchQuery, RankingScoreDetails } from 'meilisearch';
import type { EntryKind } from '../documents/entry-kind';
import type { MatcherNow } from '../entry-vector';
import { isMissing, type MeiliClient } from './meili-client';
import type { MatchingRecord } from './meili-documents';
import type { MeiliSchema } from './meili-schema';
import { termWord, weightOfRank } from './term-tiers';

/** The engine ran out of time and left entries unranked: that answer is not to be used. */
export class SearchDegraded extends Error {
  constructor(uid: string) {
    super(`Meilisearch ranked ${uid} only in part before its time was up`);
    this.name = 'SearchDegraded';
  }
}

/** Terms asked in one request, the weightiest. */
const MOST_TERMS = 150;
/** Entries listed in one request, shared out among its terms: its time goes almost wholly into these. */
const HITS_A_REQUEST = 5000;
const FEWEST_HITS = 50;
const MOST_HITS = 1000;
/** Entries weighed exactly: three for each one asked for, and never fewer than these. */
const WEIGHED_FOR_ONE = 3;
const FEWEST_WEIGHED = 100;

/**
 * Retrieval through Meilisearch: one short query for each term in one multi-search, whose hits are added up by
 * weight here (the engine knows no OR and no sums); the best of them are then weighed exactly by their stored vectors.
 */
export class MeiliCandidateFinder extends CandidateFinder {
  constructor(
    private readonly client: MeiliClient,
    private readonly schema: MeiliSchema,
    private readonly matcher: MatcherNow,
  ) {
    super();
  }

  override capabilitiesFor(scenario: DistilledScenario, limit: number): Promise<Candidate[]> {
    return this.find('capability', this.matcher().scenarioVector(scenario), limit, scenario.profile.localOnly);
  }

  override scenariosFor(capability: CapabilityProfile, limit: number): Promise<Candidate[]> {
    const matcher = this.matcher();
    const vector = matcher.capabilityVector(matcher.digest(capability));
    return this.find('scenario', vector, limit, capability.isLocal === false);
  }

  private async find(kind: EntryKind, asked: TermVector, limit: number, isBarred: boolean): Promise<Candidate[]> {
    if (asked.terms.length === 0) return [];
    await this.schema.prepare();
    try {
      const uid = this.schema.liveName('matching', kind);
      const guessed = await this.proposed(uid, asked, isBarred);
      const weighed = await this.weigh(uid, asked, guessed.slice(0, Math.max(FEWEST_WEIGHED, limit * WEIGHED_FOR_ONE)));
      return weighed.slice(0, limit);
    } catch (error) {
      if (isMissing(error)) this.schema.forget();
      throw error;
    }
  }

  /** Ids by the sum of what each term's place in the entry is worth, best first. */
  private async proposed(uid: string, asked: TermVector, isBarred: boolean): Promise<string[]> {
    const order = [...asked.terms.keys()].sort((a, b) => (asked.weights[b] as number) - (asked.weights[a] as number)).slice(0, MOST_TERMS);
    const limit = Math.max(FEWEST_HITS, Math.min(MOST_HITS, Math.floor(HITS_A_REQUEST / order.length)));
    const queries = order.map((at): MultiSearchQuery => ({
      indexUid: uid,
      q: `${termWord(asked.terms[at] as number)} `,
      matchingStrategy: 'all',
      ...(isBarred ? { filter: 'barsLocal = false' } : {}),
      limit,
      attributesToRetrieve: ['id'],
      showRankingScoreDetails: true,
    }));
    const { results } = await this.client.api.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>({ queries });
    const sums = new Map<string, number>();
    results.forEach(({ hits }, query) => {
      const weight = asked.weights[order[query] as number] as number;
      for (const { id, _rankingScoreDetails } of hits) {
        sums.set(id, (sums.get(id) ?? 0) + weight * weightOfRank(rankOf(_rankingScoreDetails, uid)));
      }
    });
    return [...sums].map(([id, evidence]) => ({ id, evidence })).sort(compareCandidates).map(({ id }) => id);
  }

  private async weigh(uid: string, asked: TermVector, ids: string[]): Promise<Candidate[]> {
    if (ids.length === 0) return [];
    const index = this.client.api.index<MatchingRecord>(uid);
    const { results } = await index.getDocuments<Pick<MatchingRecord, 'id' | 'vector'>>({
      filter: `id IN [${ids.map((id) => JSON.stringify(id)).join(',')}]`,
      fields: ['id', 'vector'],
      limit: ids.length,
    });
    return results
      .map(({ id, vector }) => ({ id, evidence: vectorProduct(asked, unpackVector(Buffer.from(vector, 'base64'))) }))
      .filter(({ evidence }) => evidence > 0)
      .sort(compareCandidates);
  }
}

function rankOf(details: RankingScoreDetails | undefined, uid: string): number {
  if (details?.skipped !== undefined) throw new SearchDegraded(uid);
  const score: unknown = details?.attributeRank?.score;
  if (typeof score !== 'number') throw new TypeError(`Meilisearch gave no attributeRank for ${uid}`);
  return score;
}
