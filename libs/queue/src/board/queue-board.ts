import { Logger } from '@nestjs/common';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import type { FastifyPluginAsync } from 'fastify';
import { QUEUE_LABEL, QUEUES, type QueueName } from '@mantianxing/contracts';
import { problemOf } from '@mantianxing/platform';
import type { QueueBackend } from '../queue-backend';

/** What the board asks for on its pages. Everything that writes, and everything of queues we do not use, is not served. */
const SHOWN = ['/api/queues', '/api/queues/:queueName/:jobId', '/api/queues/:queueName/:jobId/logs'];
const FACE = {
  ...{ boardTitle: '任务队列（只读）', locale: { lng: 'zh-CN' }, hideDocsLink: true, hideRedisDetails: true, showWorkers: false },
  miscLinks: [{ text: '返回运行状态', url: '/admin/operations' }],
};
type ErrorHandler = Parameters<FastifyAdapter['setErrorHandler']>[0];

const logger = new Logger('board');

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
  private queues: Queue[] = [];

  constructor(private readonly backend: QueueBackend) {}

  /** A Fastify plugin; register it with the prefix `basePath`. The store is not asked before somebody looks. */
  plugin(basePath: string): FastifyPluginAsync {
    const serverAdapter = new ReadingAdapter().setBasePath(basePath) as ReadingAdapter;
    const board = createBullBoard({ queues: [], serverAdapter, options: { uiConfig: FACE } });
    return async (instance) => {
      // Its files would be kept by anybody's cache on the way.
      instance.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
      instance.addHook('preHandler', async () => {
        if (this.queues.length === 0) board.setQueues(await this.open());
      });
      await instance.register(serverAdapter.registerPlugin());
    };
  }

  private async open(): Promise<BullMQAdapter[]> {
    const queues = QUEUES.map((name) => this.backend.queue(name));
    for (const queue of queues) queue.on('error', (error) => logger.warn(`${queue.name}: ${error.message}`));
    try {
      await Promise.all(queues.map((queue) => queue.waitUntilReady()));
    } catch (error) {
      // A queue over PostgreSQL remembers a first connection that failed for ever: the next to look opens anew.
      await Promise.allSettled(queues.map((queue) => queue.close()));
      throw error;
    }
    this.queues = queues;
    const adapterOf = (queue: Queue, name: QueueName) =>
      new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false, displayName: QUEUE_LABEL[name] });
    return queues.map((queue, at) => adapterOf(queue, QUEUES[at] as QueueName));
  }

  async close(): Promise<void> {
    await Promise.all(this.queues.map((queue) => queue.close()));
  }
}
