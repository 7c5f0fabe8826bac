import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './plain-error';
import type { SupervisedService } from './supervisor';

const EVERY_MS = 100;
const STILL_MS = 10_000;

/**
 * Resolves when every service says it is ready; tells each as it comes. Throws PlainError naming the ones that
 * do not come within `patienceMs`, with the last words of their logs.
 */
export async function untilReady(
  services: SupervisedService[],
  { patienceMs, say, signal }: { patienceMs: number; say: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  const waiting = new Set(services);
  const begun = Date.now();
  let toldAt = begun;
  while (waiting.size > 0) {
    signal.throwIfAborted();
    for (const service of waiting) if (await isReady(service.spec.readyUrl)) waiting.delete(service);
    if (waiting.size === 0) return;
    const names = [...waiting].map(({ spec }) => spec.label).join('、');
    if (Date.now() - begun > patienceMs) {
      const first = [...waiting][0];
      throw new PlainError(`${names} 没有在 ${patienceMs / 1000} 秒内就绪：${first.lastWords()}`, `详情见 ${first.logFile}。`);
    }
    if (Date.now() - toldAt > STILL_MS) {
      toldAt = Date.now();
      say(`  仍在等待：${names}（${Math.round((toldAt - begun) / 1000)} 秒）`);
    }
    await sleep(EVERY_MS, undefined, { signal });
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}
