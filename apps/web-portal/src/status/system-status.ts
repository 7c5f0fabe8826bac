import type { SystemStatusView } from '@mantianxing/contracts';

export type Part = SystemStatusView['parts'][number];

export interface StatusFacts {
  backlog: { waiting: number; oldestDueAt: Date | null };
  /** What the worker says of itself; undefined when it does not answer. */
  workerParts: Part[] | undefined;
  now: Date;
}

/** Younger waiting rows are ordinary traffic, in milliseconds. */
const ORDINARY_WAIT = 5_000;
/** Without these the worker runs but matches nothing. */
const NEEDED = new Set(['queue', 'search', 'database']);

/** Whether suggestions are up to date, and up to which moment changes have been worked off. */
export function systemStatus({ backlog, workerParts, now }: StatusFacts): SystemStatusView {
  const worker: Part = {
    name: 'worker',
    label: '匹配服务',
    up: workerParts !== undefined,
    note: workerParts ? '' : '暂时联系不上，恢复后自动追赶',
  };
  const parts = [worker, ...(workerParts ?? [])];
  const stopped = parts.some((part) => !part.up && (part.name === 'worker' || NEEDED.has(part.name)));
  const behind = backlog.oldestDueAt !== null && now.getTime() - backlog.oldestDueAt.getTime() > ORDINARY_WAIT;
  const matching = stopped ? 'stopped' : behind ? 'catching-up' : 'current';
  // With a part away, jobs wait in the queue where the outbox does not see them: then no moment is claimed.
  const processedUpTo = backlog.oldestDueAt ?? (stopped ? null : now);
  return { matching, processedUpTo: processedUpTo?.toISOString() ?? null, waiting: backlog.waiting, parts };
}
