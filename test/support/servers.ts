import { startMeilisearch } from './meilisearch';
import { onPath } from './on-path';
import { startRedis } from './redis';

/** Filled in before the first test runs. */
export interface GivenServer {
  url: string;
  /** Meilisearch's master key; empty for Redis. */
  masterKey: string;
}

/** Why a server is absent on this machine; undefined when it is there. Also what the skipped test is called. */
export const absence = {
  redis: () => (process.env.TEST_REDIS_URL || onPath('redis-server') ? undefined : 'no Redis: redis-server is not on PATH'),
  meilisearch: () =>
    process.env.TEST_MEILI_URL || process.env.MEILI_URL || onPath('meilisearch')
      ? undefined
      : 'no Meilisearch: MEILI_URL is not set and meilisearch is not on PATH',
  chromium: () => (chromiumPath() ? undefined : 'no Chromium: neither CHROMIUM_PATH nor chromium on PATH'),
};

/** The browser that e2e specs drive. */
export function chromiumPath(): string | undefined {
  return process.env.CHROMIUM_PATH || onPath('chromium', 'chromium-browser', 'google-chrome');
}

/**
 * Suites that need a server this machine may not have. Where it is absent they register one skipped test that
 * names the reason; under TEST_STRICT (CI) that test fails instead, except for Meilisearch, which no package
 * registry carries. The shared server of the run is used, or one is started for this file alone.
 */
export const describeWith = {
  redis: (name: string, suite: (redis: GivenServer) => void) =>
    describeUnless(absence.redis(), name, process.env.TEST_STRICT === 'true', () => suite(given(sharedRedis))),
  meilisearch: (name: string, suite: (meilisearch: GivenServer) => void) =>
    describeUnless(absence.meilisearch(), name, false, () => suite(given(sharedMeilisearch))),
  chromium: (name: string, suite: (executablePath: string) => void) =>
    describeUnless(absence.chromium(), name, process.env.TEST_STRICT === 'true', () => suite(chromiumPath() as string)),
  /** Sets by name, as `setsBeside` of test/eval finds them; they are not part of the repository. */
  labelledSets: (name: string, sets: ReadonlyMap<string, string>, suite: (set: string, folder: string) => void) =>
    describeUnless(
      sets.size > 0 ? undefined : 'no labelled sets: ../shared/matchset does not stand beside this clone, only the own sample is measured',
      name,
      false,
      () => sets.forEach((folder, set) => suite(set, folder)),
    ),
};

function describeUnless(reason: string | undefined, name: string, strict: boolean, suite: () => void): void {
  describe(name, () => {
    if (!reason) return suite();
    if (!strict) return test.skip(`skipped: ${reason}`, () => undefined);
    test(`needs what is missing: ${reason}`, () => {
      throw new Error(`${reason}; a strict run may not skip it`);
    });
  });
}

interface Running extends GivenServer {
  stop(): Promise<void>;
}

function given(start: () => Promise<Running | undefined>): GivenServer {
  const server: GivenServer = { url: '', masterKey: '' };
  let running: Running | undefined;
  beforeAll(async () => {
    running = await start();
    Object.assign(server, { url: running?.url, masterKey: running?.masterKey });
  });
  afterAll(() => running?.stop());
  return server;
}

async function sharedRedis(): Promise<Running | undefined> {
  const url = process.env.TEST_REDIS_URL;
  if (url) return { url, masterKey: '', stop: async () => undefined };
  const own = await startRedis();
  return own && { url: own.url, masterKey: '', stop: own.stop };
}

async function sharedMeilisearch(): Promise<Running | undefined> {
  const { TEST_MEILI_URL: url, TEST_MEILI_KEY: masterKey } = process.env;
  return url ? { url, masterKey: masterKey ?? '', stop: async () => undefined } : startMeilisearch();
}
