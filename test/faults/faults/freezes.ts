import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedProcess } from '../parts/managed-process';
import type { Stack } from '../stack';
import { everywhere, type Fault, type FaultContext } from './fault';

/** Past BullMQ's lock (15 s) and its next look for stalled jobs (7.5 s). */
const PAST_THE_LOCK_MS = 26_000;
/** Past the lease of a delivery (60 s). */
const PAST_THE_LEASE_MS = 66_000;

/** SIGSTOP past a lock, then SIGCONT: the sleeper wakes up believing that its work is still its own. */
function freeze(name: string, ms: number, victim: (stack: Stack, context: FaultContext) => ManagedProcess | undefined, rest: Partial<Fault> = {}): Fault {
  return {
    name,
    concerns: everywhere,
    async run(context) {
      const chosen = victim(context.stack, context);
      if (!chosen?.isAlive) return false;
      chosen.freeze();
      context.log.froze(chosen.name, name);
      await sleep(ms);
      chosen.thaw();
      return true;
    },
    ...rest,
  };
}

export const FREEZES: Fault[] = [
  freeze('a worker sleeps past its job lock', PAST_THE_LOCK_MS, ({ apps }, { chance }) => chance.pick(apps.workers), { long: true }),
  freeze('the portal sleeps', 6000, ({ apps }) => apps.portal),
  freeze('the mail server sleeps', 5000, ({ mail }) => mail.process),
  freeze('Redis sleeps', 8000, ({ redis }) => redis?.process, { concerns: ({ redis }) => redis !== undefined }),
  freeze('the search engine sleeps', 8000, ({ meilisearch }) => meilisearch?.process, { concerns: ({ meilisearch }) => meilisearch !== undefined }),
  {
    name: 'a worker sleeps past the lease of the mail it is sending',
    concerns: everywhere,
    long: true,
    async run(context) {
      const { stack, log, chance } = context;
      const held = new Promise<boolean>((resolve) => {
        const unwatch = stack.mail.watch((what) => what.held && (unwatch(), resolve(true)));
        setTimeout(() => (unwatch(), resolve(false)), 20_000).unref();
      });
      stack.mail.hold('connect');
      const publishing = context.load.publishOne();
      const hit = await held;
      const sleeper = chance.pick(stack.apps.workers);
      sleeper.freeze();
      log.froze(sleeper.name, this.name);
      stack.mail.release();
      await sleep(hit ? PAST_THE_LEASE_MS : 0);
      sleeper.thaw();
      await publishing;
      return hit;
    },
  },
];
