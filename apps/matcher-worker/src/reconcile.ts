import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '@mantianxing/platform';
import { Reconcile, type ReconcileReport } from './reconciliation';
import { MatcherInForce } from './statistics/matcher-in-force';
import { workerModule } from './worker.module';

export interface ReconcileCommand {
  env: Record<string, string | undefined>;
  dryRun: boolean;
}

/** One look at every promise, beside a worker that runs or without one. Throws when the database cannot be reached. */
export async function reconcileOnce({ env, dryRun }: ReconcileCommand): Promise<ReconcileReport & { queue: string; search: string }> {
  const settings = readEnv(env);
  Logger.overrideLogger(false);
  const app = await NestFactory.createApplicationContext(workerModule(settings) as never, { abortOnError: false });
  try {
    await app.get(MatcherInForce).load();
    const report = await app.get(Reconcile).execute({ startedBy: 'COMMAND', dryRun });
    return { ...report, queue: settings.REDIS_URL ? 'Redis' : 'PostgreSQL', search: settings.MEILI_URL ? 'Meilisearch' : '内置' };
  } finally {
    await app.close();
  }
}
