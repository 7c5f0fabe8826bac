import { setTimeout as sleep } from 'node:timers/promises';
import { away, everywhere, type Fault } from './fault';

export const DATABASE_ENDS: Fault[] = [
  {
    name: 'PostgreSQL is killed with all its sessions',
    concerns: everywhere,
    async run({ stack, log, chance }) {
      await stack.postgres.killAll();
      log.killed('postgres', this.name);
      await sleep(away(chance));
      await stack.postgres.start();
      return true;
    },
  },
  {
    name: 'PostgreSQL is stopped at once',
    concerns: everywhere,
    async run({ stack, log, chance }) {
      await stack.postgres.stopAtOnce();
      log.killed('postgres', this.name);
      await sleep(away(chance));
      await stack.postgres.start();
      return true;
    },
  },
  {
    name: 'one session of PostgreSQL is killed, and it recovers',
    concerns: everywhere,
    async run({ stack, log, chance }) {
      const sessions = await stack.postgres.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      if (sessions.length === 0) return false;
      await stack.postgres.killOneSession(chance.pick(sessions).pid);
      log.killed('postgres session', this.name);
      return true;
    },
  },
];
