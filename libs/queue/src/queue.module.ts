import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ENV, type Env } from '@mantianxing/platform';
import { BullmqJobQueue } from './bullmq-job-queue';
import { JobQueue, type AskLedger } from './job-queue';
import { queueBackend, type QueueBackend } from './queue-backend';

export const QUEUE_BACKEND = Symbol('QUEUE_BACKEND');

/** Chooses the store from the configuration alone. */
@Global()
@Module({})
export class QueueModule implements OnApplicationShutdown {
  constructor(@Inject(JobQueue) private readonly jobs: JobQueue) {}

  /** `ledger` names the provider that remembers what was asked. */
  static forRoot({ ledger }: { ledger?: abstract new () => AskLedger } = {}): DynamicModule {
    return {
      module: QueueModule,
      providers: [
        {
          provide: QUEUE_BACKEND,
          inject: [ENV],
          useFactory: (env: Env) => queueBackend({ redisUrl: env.REDIS_URL, databaseUrl: env.DATABASE_URL }),
        },
        {
          provide: JobQueue,
          inject: [QUEUE_BACKEND, ...(ledger ? [ledger] : [])],
          useFactory: (backend: QueueBackend, known?: AskLedger) => new BullmqJobQueue(backend, known),
        },
      ],
      exports: [QUEUE_BACKEND, JobQueue],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.close();
  }
}
