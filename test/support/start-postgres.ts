import { startMeilisearch } from './meilisearch';
import { startTestPostgres } from './postgres';
import { startRedis } from './redis';

declare global {
  // Jest runs set-up and tear-down in one process, each with modules of its own.
  var testServers: { stop(): Promise<void> }[] | undefined;
}

/**
 * Jest globalSetup: one PostgreSQL for the whole run, whichever projects ask (TEST_PG), and where this machine
 * has them one Redis (TEST_REDIS_URL) and one Meilisearch (TEST_MEILI_URL, TEST_MEILI_KEY) for all suites.
 */
export default async function startPostgres(): Promise<void> {
  if (globalThis.testServers) return;
  const servers: { stop(): Promise<void> }[] = (globalThis.testServers = []);
  const { env } = process;
  if (!env.TEST_PG) {
    const postgres = await startTestPostgres();
    servers.push(postgres);
    env.TEST_PG = postgres.url;
  }
  const redis = env.TEST_REDIS_URL ? undefined : await startRedis();
  if (redis) {
    servers.push(redis);
    env.TEST_REDIS_URL = redis.url;
  }
  const meilisearch = env.TEST_MEILI_URL ? undefined : await startMeilisearch();
  if (meilisearch) {
    servers.push(meilisearch);
    env.TEST_MEILI_URL = meilisearch.url;
    env.TEST_MEILI_KEY = meilisearch.masterKey;
  }
}
