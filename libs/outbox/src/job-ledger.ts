import type { Job, QueueName } from '@mantianxing/contracts';

/** PERMANENT: no try can mend it. AWAY: a part it needs stayed away for a day. FAULT: it failed by itself every time. */
export type JobFailure = 'PERMANENT' | 'AWAY' | 'FAULT';

export interface SetAside {
  failure: JobFailure;
  reason: string;
  attempts: number;
}

/** A job to give to the queue; `isSoonAgain` where its work was done only a moment ago: it may wait for more to come. */
export interface DueJob {
  job: Job;
  isSoonAgain: boolean;
}

/** A job that was asked for and is not done, as it was last given to the queue. */
export interface PendingJob {
  job: Job;
  askedAt: Date;
  /** True where a person has asked for another try. */
  retry: boolean;
}

/**
 * What has been asked of the queue and is not done, in PostgreSQL: the queue may forget, this does not. It also says
 * when one run answers many asks: a level-triggered job (`isLevelTriggered`) brings its entry up to the row as it stands,
 * so asks that wait while one is on its way are joined to it, and whoever finds itself answered has nothing to do.
 */
export abstract class JobLedger {
  /** Writes down what is asked. Answers what has to be given to the queue, under the ids to give it. */
  abstract ask(jobs: readonly Job[]): Promise<DueJob[]>;
  /** The queue has taken these. */
  abstract queued(jobs: readonly Job[]): Promise<void>;
  /** Before a run: up to which ask it will answer; null where an earlier run has answered all. */
  abstract begin(job: Job): Promise<number | null>;
  /** After a whole run. Where more was asked meanwhile, answers the job to give to the queue once more. */
  abstract done(job: Job, ticket: number): Promise<Job | null>;
  /** The job failed by itself. How often it has since it last went well; null for one that is not written down. */
  abstract fault(job: Job): Promise<number | null>;
  /** After its last try. The same where more was asked meanwhile: then it gets another chance. */
  abstract setAside(job: Job, ticket: number, why: SetAside): Promise<Job | null>;

  /** Jobs the queue should have had for at least `seconds`, and such as a person wants tried again; oldest first. */
  abstract pending(seconds: number, limit: number): Promise<PendingJob[]>;
  /** Such as a person wants tried again. */
  abstract wanted(limit: number): Promise<PendingJob[]>;
  /** Gives the pending job another id, where the queue still keeps a finished one under the old. */
  abstract renew(job: Job): Promise<Job>;
  /** Of these, what is pending or set aside: nothing more needs to be asked for them. */
  abstract unfinished(jobs: readonly Job[]): Promise<Set<string>>;
  /** Strikes off what was answered long ago. */
  abstract forget(): Promise<void>;
  abstract counts(): Promise<{ queue: QueueName; pending: number; oldestAskedAt: Date | null; dead: number }[]>;
}
