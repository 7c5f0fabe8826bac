import { UnavailableError } from '@mantianxing/contracts';
import {
  type EnqueuedTask,
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchTaskTimeOutError,
  type Settings,
  type Task,
} from 'meilisearch';

export interface MeiliOptions {
  url: string;
  key: string;
  /** Before every index name, so that deployments and tests can share a server: letters, digits, `-`, `_`. */
  prefix: string;
  /** How long a write may take until it is searchable, in milliseconds. */
  taskTimeoutMs?: number;
  requestTimeoutMs?: number;
}

const TASK_TIMEOUT_MS = 60_000;
const REQUEST_TIMEOUT_MS = 15_000;
const POLL_MS = 20;

/** The engine refused a write, or did not finish it in time. Repeat the job. */
export class MeiliTaskFailed extends Error {
  constructor(task: Pick<Task, 'uid' | 'type' | 'status' | 'error'>) {
    super(`Meilisearch task ${task.uid} (${task.type}) ${task.status}: ${task.error?.code ?? ''} ${task.error?.message ?? ''}`.trim());
    this.name = 'MeiliTaskFailed';
  }
}

/** The vendor's client, with tasks that are awaited and that throw when they fail. */
export class MeiliClient {
  readonly api: Meilisearch;
  readonly prefix: string;
  private readonly taskTimeoutMs: number;

  constructor({ url, key, prefix, taskTimeoutMs = TASK_TIMEOUT_MS, requestTimeoutMs = REQUEST_TIMEOUT_MS }: MeiliOptions) {
    this.api = new Meilisearch({ host: url, apiKey: key, timeout: requestTimeoutMs });
    sayWhenAway(this.api);
    this.prefix = prefix;
    this.taskTimeoutMs = taskTimeoutMs;
  }

  /**
   * Waits until every task is through; the vendor's own wait resolves for failed ones, too.
   * @throws MeiliTaskFailed, or UnavailableError where the engine is away, overloaded or too slow
   */
  async done(...enqueued: EnqueuedTaskPromise[]): Promise<Task[]> {
    return this.through(await Promise.all(enqueued));
  }

  /** The same for tasks that stand in the engine's queue already, `timeoutMs` each. */
  async through(enqueued: readonly EnqueuedTask[], timeoutMs = this.taskTimeoutMs): Promise<Task[]> {
    const tasks: Task[] = [];
    for (const { taskUid } of enqueued) {
      const wait = this.api.tasks.waitForTask(taskUid, { timeout: timeoutMs, interval: POLL_MS });
      const task = await wait.catch((error: unknown) => Promise.reject(awayOr(error)));
      if (task.status !== 'succeeded') throw new MeiliTaskFailed(task);
      tasks.push(task);
    }
    return tasks;
  }

  async exists(uid: string): Promise<boolean> {
    return (await this.orMissing(() => this.api.getRawIndex(uid))) !== undefined;
  }

  /** The index with these settings, made where it is missing; its first document brings the primary key. */
  async shape(uid: string, settings: Settings): Promise<void> {
    await this.done(this.api.index(uid).updateSettings(settings));
  }

  /** Undefined where the index or the document is not there. */
  async orMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The vendor's client asks by itself, every index handle of it once more by its own. */
function sayWhenAway(api: Meilisearch): void {
  askOrSayAway(api);
  const index = api.index.bind(api);
  api.index = ((uid: string) => {
    const handle = index(uid);
    askOrSayAway(handle);
    return handle;
  }) as typeof api.index;
}

function askOrSayAway({ httpRequest }: Pick<Meilisearch, 'httpRequest'>): void {
  for (const verb of VERBS) {
    const ask: typeof httpRequest.get = httpRequest[verb].bind(httpRequest);
    httpRequest[verb] = (options) => ask<never>(options).catch((error: unknown) => Promise.reject(awayOr(error)));
  }
}

/** No answer, none in time, or one that says "not now": the job is sound and waits until the engine is back. */
function awayOr(error: unknown): unknown {
  const status = error instanceof MeilisearchApiError ? error.response.status : 0;
  const isAway = error instanceof MeilisearchRequestError || error instanceof MeilisearchTaskTimeOutError || status === 408 || status === 429 || status >= 500;
  return isAway ? new UnavailableError((error as Error).message, { cause: error }) : error;
}

export function isMissing(error: unknown): boolean {
  const code = error instanceof MeilisearchApiError ? error.cause?.code : undefined;
  return code === 'index_not_found' || code === 'document_not_found';
}
