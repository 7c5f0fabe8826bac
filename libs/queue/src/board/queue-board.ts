import { Logger } from '@nestjs/common';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import { QUEUES } from '@mantianxing/contracts';
import { problemOf } from '@mantianxing/platform';
import type { QueueBackend } from '../queue-backend';

/** What the board asks for on its pages. Everything that writes, and everything of queues we do not use, is not served. */
const SHOWN = ['/api/queues', '/api/queues/:queueName/:jobId', '/api/queues/:queueName/:jobId/logs', '/api/redis/stats'];

const logger = new Logger('board');

type ErrorHandler = Parameters<FastifyAdapter['setErrorHandler']>[0];

const answerOf: ErrorHandler = (error) => {
  const { status, body } = problemOf(error, '');
  if (status >= 500) logger.error(error.stack ?? error.message);
  return { status: status as ReturnType<ErrorHandler>['status'], body };
};

/** bull-board without a way to write: a retry from here would pass the ledger by (see the README). */
class ReadingAdapter extends FastifyAdapter {
  override setApiRoutes(routes: Parameters<FastifyAdapter['setApiRoutes']>[0]): this {
    return super.setApiRoutes(routes.filter(({ method, route }) => method === 'get' && [route].flat().every((one) => SHOWN.includes(one)))) as this;
  }

  /** Its own would answer a refusal of the house with 500, and tell the stack. */
  override setErrorHandler(): this {
    return super.setErrorHandler(answerOf) as this;
  }
}

/** The queues as the store itself shows them, for administrators who look for what a table of ours leaves out. */
export class QueueBoard {
  private readonly queues: Queue[];

  constructor(backend: QueueBackend) {
    this.queues = QUEUES.map((name) => backend.queue(name));
    for (const queue of this.queues) queue.on('error', (error) => logger.warn(`${queue.name}: ${error.message}`));
  }

  /** A Fastify plugin; register it with the prefix `basePath`. */
  plugin(basePath: string): ReturnType<FastifyAdapter['registerPlugin']> {
    const serverAdapter = new ReadingAdapter().setBasePath(basePath) as ReadingAdapter;
    createBullBoard({
      queues: this.queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })),
      serverAdapter,
      options: { uiConfig: { boardTitle: '任务队列（只读）', locale: { lng: 'zh-CN' }, hideRedisDetails: true } },
    });
    return serverAdapter.registerPlugin();
  }

  async close(): Promise<void> {
    await Promise.all(this.queues.map((queue) => queue.close()));
  }
}
