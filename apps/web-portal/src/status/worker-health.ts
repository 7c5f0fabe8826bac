import type { WorkerPart } from './system-status';

/** Each has this long to answer, in milliseconds. */
const LIMIT = 2_000;

/** Whether an app answers at all: its own page says what it misses. */
export async function answers(appUrl: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/health/ready', appUrl), { signal: AbortSignal.timeout(LIMIT) })).ok;
  } catch {
    return false;
  }
}

/** The parts the worker names in `/health/ready`, or undefined when it does not answer. */
export async function askWorker(workerUrl: string): Promise<WorkerPart[] | undefined> {
  try {
    const answer = await fetch(new URL('/health/ready', workerUrl), { signal: AbortSignal.timeout(LIMIT) });
    const { parts } = (await answer.json()) as { parts?: WorkerPart[] };
    return parts ?? [];
  } catch {
    return undefined;
  }
}
