import { randomBytes } from 'node:crypto';
import type { DataSource } from '@mantianxing/database';
import type { Matcher } from '@mantianxing/matching';
import { chooseParts, type EntryKind, type MatcherNow, type SearchParts } from '@mantianxing/search';
import type { GivenServer } from '../support/servers';
import { waitUntil } from '../support/wait-until';
import { SPEC_THESAURUS } from './candidate-finder-fixture';

export interface MeilisearchStore {
  /** The ports as one more process would have them. */
  parts(matcher?: MatcherNow): SearchParts;
  /** Removes every index of this store from the shared server. */
  drop(): Promise<void>;
  /** Gives the matching index of a kind no time at all to rank, as an overloaded engine would. */
  cutShort(kind: EntryKind): Promise<void>;
}

/** The ports of one process over PostgreSQL. */
export function postgresParts(db: Pick<DataSource, 'query'>, matcher: Matcher, now: MatcherNow = () => matcher): SearchParts {
  return chooseParts({ MEILI_URL: undefined, MEILI_MASTER_KEY: '' }, db, now, { thesaurus: SPEC_THESAURUS });
}

/** A store of its own on a server that others use as well. PostgreSQL must not be asked. */
export function meilisearchStore(server: GivenServer, matcher: Matcher): MeilisearchStore {
  const prefix = `spec-${randomBytes(5).toString('hex')}-`;
  const env = { MEILI_URL: server.url, MEILI_MASTER_KEY: server.masterKey };
  const noDatabase = { query: () => Promise.reject(new Error('Meilisearch answers alone; PostgreSQL was asked')) };
  return {
    parts: (now = () => matcher) => chooseParts(env, noDatabase, now, { prefix, thesaurus: SPEC_THESAURUS }),
    drop: async () => {
      const left = async () => (await indexesOf(server)).filter((uid) => uid.startsWith(prefix));
      await Promise.all((await left()).map((uid) => ask(server, `indexes/${uid}`, 'DELETE')));
      // The engine takes the order and carries it out later.
      await waitUntil(async () => (await left()).length === 0, { timeoutMs: 60_000, what: 'the indexes to be gone' });
    },
    cutShort: async (kind) => {
      const uid = `${prefix}${kind === 'scenario' ? 'scenarios' : 'capabilities'}`;
      const { taskUid } = (await ask(server, `indexes/${uid}/settings`, 'PATCH', { searchCutoffMs: 0 })) as { taskUid: number };
      const isDone = async () => ((await ask(server, `tasks/${taskUid}`, 'GET')) as { status: string }).status === 'succeeded';
      await waitUntil(isDone, { timeoutMs: 60_000, what: 'the engine to take its settings' });
    },
  };
}

/** Names of all indexes the server holds. */
export async function indexesOf(server: GivenServer): Promise<string[]> {
  const { results } = (await ask(server, 'indexes?limit=1000', 'GET')) as { results: { uid: string }[] };
  return results.map(({ uid }) => uid);
}

async function ask({ url, masterKey }: GivenServer, path: string, method: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' };
  return (await fetch(`${url}/${path}`, { method, headers, body: body && JSON.stringify(body) })).json();
}
