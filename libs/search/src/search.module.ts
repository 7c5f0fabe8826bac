import { type DynamicModule, type FactoryProvider, Global, Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from '@mantianxing/database';
import { CandidateFinder, createMatcher, fieldThesaurus, JiebaSegmenter, type Thesaurus } from '@mantianxing/matching';
import { ENV, type Env } from '@mantianxing/platform';
import type { MatcherNow } from './entry-vector';
import { embeddedParts } from './embedded/embedded-parts';
import { IndexRebuilder } from './index-rebuilder';
import { meiliParts } from './meili/meili-parts';
import { PeopleSearch } from './people-search';
import { QueryReader } from './people/query-words';
import { synonymGroups } from './people/synonyms';
import { SearchIndex } from './search-index';
import type { SearchParts } from './search-parts';

export interface SearchModuleOptions {
  /** This process writes the index and matches: it makes the indexes and loads postings at start. */
  keepsIndex?: boolean;
  /** Before the names of Meilisearch's indexes. */
  prefix?: string;
  /** Whose wordings people may type for one another; the product's own by default. */
  thesaurus?: Thesaurus;
  /** Answers the matcher in force at any time; by default one without statistics. After another has come into force, rebuild. */
  matcher?: Pick<FactoryProvider<MatcherNow>, 'inject' | 'useFactory'>;
}

const OPTIONS = Symbol('SEARCH_OPTIONS');
const PARTS = Symbol('SEARCH_PARTS');
const MATCHER_NOW = Symbol('MATCHER_NOW');

/** Meilisearch where MEILI_URL is set, else PostgreSQL: the same ports. */
@Global()
@Module({})
export class SearchModule implements OnApplicationBootstrap {
  private readonly log = new Logger('search');

  constructor(
    @Inject(PARTS) private readonly parts: SearchParts,
    @Inject(OPTIONS) private readonly options: SearchModuleOptions,
  ) {}

  static forRoot(options: SearchModuleOptions = {}): DynamicModule {
    return {
      module: SearchModule,
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: MATCHER_NOW, ...(options.matcher ?? { useFactory: plainMatcher }) },
        {
          provide: PARTS,
          inject: [ENV, DataSource, MATCHER_NOW],
          useFactory: (env: Env, db: DataSource, matcher: MatcherNow) => chooseParts(env, db, matcher, options),
        },
        part(SearchIndex, ({ index }) => index),
        part(IndexRebuilder, ({ rebuilder }) => rebuilder),
        part(CandidateFinder, ({ finder }) => finder),
        part(PeopleSearch, ({ people }) => people),
      ],
      exports: [SearchIndex, IndexRebuilder, CandidateFinder, PeopleSearch],
    };
  }

  /** Not awaited: an engine that is away must not keep the process from starting. */
  onApplicationBootstrap(): void {
    if (!this.options.keepsIndex) return;
    this.parts.start().catch((error: unknown) => this.log.warn(`检索引擎暂不可用，用到时再试：${error instanceof Error ? error.message : error}`));
  }
}

function plainMatcher(): MatcherNow {
  const matcher = createMatcher();
  return () => matcher;
}

function part<T>(token: abstract new () => T, useFactory: (parts: SearchParts) => T): FactoryProvider<T> {
  return { provide: token, inject: [PARTS], useFactory };
}

/** The ports by hand, for specs and tools: what the module gives its app. */
export function chooseParts(
  env: Pick<Env, 'MEILI_URL' | 'MEILI_MASTER_KEY'>,
  db: Pick<DataSource, 'query'>,
  matcher: MatcherNow,
  { prefix = 'mantianxing-', thesaurus = fieldThesaurus() }: Pick<SearchModuleOptions, 'prefix' | 'thesaurus'> = {},
): SearchParts {
  const groups = synonymGroups(thesaurus);
  const reader = new QueryReader(new JiebaSegmenter(), groups);
  if (!env.MEILI_URL) return embeddedParts(db, matcher, reader);
  return meiliParts({ url: env.MEILI_URL, key: env.MEILI_MASTER_KEY, prefix }, matcher, reader, groups);
}
