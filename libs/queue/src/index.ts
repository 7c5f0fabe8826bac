export * from './bullmq-job-queue';
export * from './job-processor';
export * from './job-queue';
export * from './queue-backend';
export * from './queue.module';
export * from './board/queue-board';
