import { databaseProbes, DataSource } from '@mantianxing/database';
import { ENV, HealthModule, probe, type Env, type HealthProbe, type PartHealth } from '@mantianxing/platform';
import { JobQueue } from '@mantianxing/queue';
import { SearchIndex } from '@mantianxing/search';
import { mailProbe } from './mail-probe';

/** Needs its database; while the queue, the engine or the mail server is away, work waits for them. */
export const workerHealth = () =>
  HealthModule.forRoot({
    inject: [DataSource, JobQueue, SearchIndex, ENV],
    useFactory: ((dataSource: DataSource, jobs: JobQueue, index: SearchIndex, env: Env): HealthProbe[] => [
      ...databaseProbes(dataSource),
      () => queueHealth(jobs),
      async () => {
        const { up, engine, note } = await index.ready();
        return { name: 'search', label: engine === 'meilisearch' ? '检索引擎' : '内置检索', optional: true, up, note };
      },
      mailProbe(env.SMTP_URL),
    ]) as never,
  });

/** With what indexing and matching have still to do, so that the portal can say 匹配正在追赶. */
async function queueHealth(jobs: JobQueue): Promise<PartHealth> {
  let waiting = 0;
  const part = await probe({ name: 'queue', label: '任务队列', optional: true }, async () => {
    await jobs.ping();
    const { indexing, matching } = await jobs.counts();
    waiting = [indexing, matching].reduce((sum, queue) => sum + queue.waiting + queue.active + queue.delayed, 0);
  });
  return { ...part, waiting };
}
