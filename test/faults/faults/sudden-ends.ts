import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedProcess } from '../parts/managed-process';
import type { Stack } from '../stack';
import { away, everywhere, killProcess, type Fault, type FaultContext } from './fault';

/** kill -9 at any moment, and a start a little later. */
function suddenEnd(name: string, victims: (stack: Stack, context: FaultContext) => ManagedProcess[], concerns = everywhere as Fault['concerns']): Fault {
  return {
    name,
    concerns,
    async run(context) {
      const chosen = victims(context.stack, context).filter(({ isAlive }) => isAlive);
      for (const victim of chosen) await killProcess(context, victim, name);
      await sleep(away(context.chance));
      for (const victim of chosen) victim.launch();
      return chosen.length > 0;
    },
  };
}

export const SUDDEN_ENDS: Fault[] = [
  suddenEnd('one worker ends', ({ apps }, { chance }) => [chance.pick(apps.workers)]),
  suddenEnd('both workers end', ({ apps }) => apps.workers),
  suddenEnd('the portal ends', ({ apps }) => [apps.portal]),
  suddenEnd('scenario publishing ends', ({ apps }) => [apps.publishing]),
  suddenEnd('capability directory ends', ({ apps }) => [apps.directory]),
  suddenEnd('the mail server ends', ({ mail }) => [mail.process]),
  suddenEnd('Redis ends and keeps its data', ({ redis }) => (redis ? [redis.process] : []), ({ redis }) => redis !== undefined),
  suddenEnd('the search engine ends', ({ meilisearch }) => (meilisearch ? [meilisearch.process] : []), ({ meilisearch }) => meilisearch !== undefined),
];
