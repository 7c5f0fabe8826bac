import type { SystemStatusView } from '@mantianxing/contracts';

export type Part = SystemStatusView['parts'][number];

/** A part as the worker reports it. */
export interface WorkerPart extends Part {
  /** Jobs it has still to do. */
  waiting?: number;
}

export interface StatusFacts {
  backlog: { waiting: number; oldestDueAt: Date | null };
  /** What the worker says of itself; undefined when it does not answer. */
  workerParts: WorkerPart[] | undefined;
  /** Whether the two apps that own the lists answer. */
  publishing: boolean;
  directory: boolean;
  now: Date;
}

/** Younger waiting rows are ordinary traffic, in milliseconds. */
const ORDINARY_WAIT = 5_000;
/** A publication makes a handful of jobs; more than this at once is a queue being worked off. */
const ORDINARY_JOBS = 20;
/** Without these the worker runs but matches nothing. */
const NEEDED = new Set(['queue', 'search', 'database']);

const listKeeper = (name: string, label: string, entries: string, up: boolean): Part => ({
  ...{ name, label: `${label}服务`, up },
  note: up ? '' : `暂时联系不上，${entries}暂不能填写和修改`,
});

/** Whether suggestions are up to date, and up to which moment changes have been worked off. */
export function systemStatus({ backlog, workerParts, publishing, directory, now }: StatusFacts): SystemStatusView {
  const worker: Part = {
    name: 'worker',
    label: '匹配服务',
    up: workerParts !== undefined,
    note: workerParts ? '' : '暂时联系不上，恢复后自动追赶',
  };
  const parts = [
    worker,
    listKeeper('publishing', '场景发布', '场景', publishing),
    listKeeper('directory', '能力目录', '能力', directory),
    ...(workerParts ?? []).map(({ name, label, up, note }) => ({ name, label, up, note })),
  ];
  const jobs = (workerParts ?? []).reduce((sum, part) => sum + (part.waiting ?? 0), 0);
  const stopped = parts.some((part) => !part.up && (part.name === 'worker' || NEEDED.has(part.name)));
  const late = backlog.oldestDueAt !== null && now.getTime() - backlog.oldestDueAt.getTime() > ORDINARY_WAIT;
  const behind = late || jobs > ORDINARY_JOBS;
  const matching = stopped ? 'stopped' : behind ? 'catching-up' : 'current';
  // What waits in the queue has no date here: while it does, no moment is claimed.
  const processedUpTo = backlog.oldestDueAt ?? (matching === 'current' ? now : null);
  return { matching, processedUpTo: processedUpTo?.toISOString() ?? null, waiting: backlog.waiting + jobs, parts };
}
