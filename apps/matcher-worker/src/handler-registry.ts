import { QUEUE_OF, QUEUES, type JobName, type QueueName } from '@mantianxing/contracts';
import type { JobHandler } from '@mantianxing/queue';

/**
 * Every job has exactly one handler, or the worker does not start: a forgotten one would leave jobs lying,
 * a second one would take the first one's.
 */
export function handlersByQueue(handlers: JobHandler[]): Record<QueueName, JobHandler[]> {
  const names = Object.keys(QUEUE_OF) as JobName[];
  const complaints = names.flatMap((name) => {
    const count = handlers.filter((handler) => handler.name === name).length;
    if (count === 1) return [];
    return [count === 0 ? `no handler for job ${name}` : `${count} handlers for job ${name}`];
  });
  if (complaints.length > 0) throw new Error(`handler-registry: ${complaints.join('; ')}`);
  return Object.fromEntries(
    QUEUES.map((queue) => [queue, handlers.filter((handler) => QUEUE_OF[handler.name] === queue)]),
  ) as Record<QueueName, JobHandler[]>;
}
