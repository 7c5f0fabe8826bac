import { z } from 'zod';
import type { JobName } from '../jobs';
import type { QueueName } from '../queues';
import { text } from './shared';

export const QUEUE_LABEL: Record<QueueName, string> = { indexing: '检索', matching: '匹配', notifications: '通知', embedding: '语义向量' };

/** What each job does, in words people read. */
export const JOB_LABEL: Record<JobName, string> = {
  'index-scenario': '场景入检索',
  'index-capability': '能力入检索',
  'remove-from-index': '移出检索',
  'rebuild-index': '重建检索',
  'match-scenario': '匹配场景',
  'match-capability': '匹配能力',
  'lapse-suggestions': '建议失效',
  'settle-answers': '落定答复',
  'lapse-pairings': '结束征询',
  'ask-consents': '征询双方',
  'track-scenario': '更新场景进展',
  'release-held': '重看候选建议',
  notify: '写站内消息',
  deliver: '发送通知',
  'send-account-mail': '账号邮件',
  'embed-entry': '生成向量',
  'embed-backlog': '补齐向量',
};

/** Why a job was set aside, and what to do about it. */
export const JOB_FAILURE = {
  PERMANENT: { label: '内容已不在或不合要求', advice: '再试一般无用，请先看所涉内容；确认不再需要后可放弃。' },
  AWAY: { label: '所需的部件长时间联系不上', advice: '部件恢复后重试即可。' },
  FAULT: { label: '处理时出错，已多次自动重试', advice: '先重试一次；仍不成功请把技术信息交给维护人员。' },
} as const;
export type JobFailureCode = keyof typeof JOB_FAILURE;

export const DeadLetterView = z
  .strictObject({
    id: z.uuid(),
    job: z.string(),
    jobLabel: z.string(),
    queueLabel: z.string(),
    /** What it was about; `href` where it has a page the reader may open. */
    subject: z.strictObject({ title: z.string(), href: z.string().optional() }),
    failure: z.enum(Object.keys(JOB_FAILURE) as [JobFailureCode, ...JobFailureCode[]]),
    reason: z.string(),
    advice: z.string(),
    /** For whoever maintains the system. */
    technical: z.string(),
    attempts: z.int(),
    since: z.string(),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetterView = z.infer<typeof DeadLetterView>;

export const DeadLettersView = z
  .strictObject({ total: z.int(), items: z.array(DeadLetterView), mayDiscard: z.boolean() })
  .meta({ id: 'DeadLetters' });
export type DeadLettersView = z.infer<typeof DeadLettersView>;

export const DeadLetterReason = z.strictObject({ reason: text(300, 1) }).meta({ id: 'DeadLetterReason' });
export type DeadLetterReason = z.infer<typeof DeadLetterReason>;

export const DeadLetterSettledView = z.strictObject({ settled: z.int() }).meta({ id: 'DeadLetterSettled' });
export type DeadLetterSettledView = z.infer<typeof DeadLetterSettledView>;

const check = z.strictObject({ name: z.string(), label: z.string(), compared: z.int(), found: z.int(), mended: z.int(), note: z.string() });
const reconciliation = z.strictObject({
  at: z.string(),
  byCommand: z.boolean(),
  compared: z.int(),
  mended: z.int(),
  checks: z.array(check),
});

/** How the work behind the pages stands: what waits, what was mended, what runs by the clock. */
export const OperationsView = z
  .strictObject({
    queues: z.array(z.strictObject({ name: z.string(), label: z.string(), pending: z.int(), oldestAskedAt: z.string().nullable(), dead: z.int() })),
    /** The newest look at everything; absent before the first. */
    last: reconciliation.optional(),
    /** Looks that had something to mend, newest first. */
    mended: z.array(reconciliation),
    tasks: z.array(
      z.strictObject({
        name: z.string(),
        lastFinishedAt: z.string().nullable(),
        lastCount: z.int().nullable(),
        isFailing: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Operations' });
export type OperationsView = z.infer<typeof OperationsView>;

/** Where the worker serves the board of its queues, and the portal passes it on from. */
export const QUEUE_BOARD = '/admin/queues';
