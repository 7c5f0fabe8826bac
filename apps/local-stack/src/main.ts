import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { recallAccounts, showAccounts } from './accounts-file';
import { PARTS } from './parts';
import { placesIn } from './places';
import { postgresOwner } from './postgres/owner';
import { stopStalePostmaster } from './postgres/stale-postmaster';
import { reset } from './reset';
import { Stack, type StackWish } from './stack';

export interface LocalStackOptions {
  root: string;
  dataHome: string;
  env: NodeJS.ProcessEnv;
  reset: boolean;
  say: (line: string) => void;
  /** Writes the address where a second start can find it. */
  announce: (address: string) => void;
  parts?: StackWish['parts'];
  services?: StackWish['services'];
}

/**
 * Runs the whole system until somebody stops it; returns when every child is gone. Throws PlainError for what a
 * person can mend, after stopping whatever had started.
 */
export async function runLocalStack(options: LocalStackOptions): Promise<void> {
  const { env, say, parts = PARTS } = options;
  const stopped = stopRequests(env.npm_lifecycle_event === 'start');
  const owner = postgresOwner();
  const places = placesIn(options.dataHome, owner, Boolean(env.MANTIANXING_DATA));
  if (options.reset) {
    await stopStalePostmaster(join(places.postgres, 'data'));
    reset(places, say);
    if (env.REDIS_URL || env.MEILI_URL) say('REDIS_URL、MEILI_URL 所指服务中的数据没有改动');
  }
  const stack = new Stack({ ...options, ...{ parts, owner, places, signal: stopped.signal, giveUp: stopped.because } });
  try {
    await stack.start();
    await welcome(stack, { ...options, parts }, places.accounts);
    await stopped.asked;
  } catch (error) {
    await setImmediate(); // a Ctrl-C that also ended the step we waited for is heard only now
    if (!stopped.signal.aborted) throw error;
  } finally {
    await stack.stop();
  }
  if (stopped.reason) throw stopped.reason;
}

async function welcome(stack: Stack, options: LocalStackOptions, accountsFile: string): Promise<void> {
  const { say, env } = options;
  if (stack.sampleAccounts) showAccounts(stack.sampleAccounts, say);
  else recallAccounts(accountsFile, say);
  say(`任务队列：${env.REDIS_URL ? 'Redis' : 'PostgreSQL'}；检索：${env.MEILI_URL ? 'Meilisearch' : '内置'}`);
  if (stack.mailUrl) say(`发出的邮件：${stack.mailUrl}`);
  options.announce(stack.publicUrl);
  say(`\n满天星已就绪：${stack.publicUrl}\n按 Ctrl-C 停止`);
}

/** Ctrl-C, SIGTERM and a closed terminal ask to stop; so does a part that cannot be kept alive, with its reason. */
function stopRequests(underNpm: boolean) {
  const controller = new AbortController();
  const requests = {
    signal: controller.signal,
    reason: undefined as Error | undefined,
    because(error: Error) {
      requests.reason ??= error;
      controller.abort();
    },
    asked: new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve(), { once: true })),
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  if (underNpm) watchNpm(() => controller.abort());
  return requests;
}

/** Under `npm start`, an npm that was killed outright can pass no signal on; we notice that it is gone. */
function watchNpm(gone: () => void): void {
  const npm = process.ppid;
  if (npm <= 1) return;
  setInterval(() => process.ppid !== npm && gone(), 1000).unref();
}
