import { randomBytes } from 'node:crypto';
import { freePort } from './free-port';
import { onPath } from './on-path';
import { startServerProcess } from './server-process';

export interface TestMeilisearch {
  url: string;
  masterKey: string;
  /** Ends the engine if it was started here; one named by MEILI_URL is left alone. */
  stop(): Promise<void>;
}

/**
 * The engine named by MEILI_URL and MEILI_MASTER_KEY, else `meilisearch` from PATH in a temporary folder, else none.
 * With `own`, always one of this spec's own at that port, so that it may be stopped and started again.
 */
export async function startMeilisearch(own?: { port: number; masterKey: string }): Promise<TestMeilisearch | undefined> {
  const { MEILI_URL: url, MEILI_MASTER_KEY: key } = process.env;
  if (url && !own) return { url, masterKey: key ?? '', stop: async () => undefined };
  const program = onPath('meilisearch');
  if (!program) return undefined;
  const address = `127.0.0.1:${own?.port ?? (await freePort())}`;
  const masterKey = own?.masterKey ?? randomBytes(16).toString('hex');
  const server = await startServerProcess({
    name: 'meilisearch',
    program,
    args: (folder) => [
      ...['--no-analytics', '--env', 'development', '--http-addr', address, '--db-path', `${folder}/data`],
      // By default two thirds of the machine's memory are set up for every task: a second each instead of a tenth.
      ...['--max-indexing-memory', '100MiB'],
    ],
    env: { MEILI_MASTER_KEY: masterKey },
    isReady: async () => (await fetch(`http://${address}/health`)).ok,
  });
  return { url: `http://${address}`, masterKey, stop: server.stop };
}

/** Everything the engine holds, a line each: `<index> <document>`. */
export async function documentsIn({ url, masterKey }: Pick<TestMeilisearch, 'url' | 'masterKey'>): Promise<string[]> {
  const ask = async <T>(path: string): Promise<T[]> => {
    const answer = await fetch(`${url}/${path}`, { headers: { authorization: `Bearer ${masterKey}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return ((await answer.json()) as { results: T[] }).results;
  };
  const lines: string[] = [];
  for (const { uid } of await ask<{ uid: string }>('indexes?limit=1000')) {
    for (const document of await ask<object>(`indexes/${uid}/documents?limit=10000`)) lines.push(`${uid} ${JSON.stringify(document)}`);
  }
  return lines;
}
