import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ENV, type Env } from '@mantianxing/platform';
import { BullmqJobQueue } from './bullmq-job-queue';
import { JobQueue } from './job-queue';
import { queueBackend, type QueueBackend } from './queue-backend';

export const QUEUE_BACKEND = Symbol('QUEUE_BACKEND');

/** Chooses the store from the configuration alone. */
@Global()
@Module({})
export class QueueModule implements OnApplicationShutdown {
  constructor(@Inject(JobQueue) private readonly jobs: JobQueue) {}

  static forRoot(): DynamicModule {
    return {
      module: QueueModule,
      providers: [
        {
          provide: QUEUE_BACKEND,
          inject: [ENV],
          useFactory: (env: Env) => queueBackend({ redisUrl: env.REDIS_URL, databaseUrl: env.DATABASE_URL }),
        },
        { provide: JobQueue, inject: [QUEUE_BACKEND], useFactory: (backend: QueueBackend) => new BullmqJobQueue(backend) },
      ],
      exports: [QUEUE_BACKEND, JobQueue],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.close();
  }
}
