import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { ManagedProcess } from '../parts/managed-process';
import type { PostgresPart } from '../parts/postgres';
import type { Stack } from '../stack';

/** Longer is not waited for somebody to come to a gate. */
const ARRIVES_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 40;

/**
 * Stops the worker before one of its steps, from outside the product: whoever wants to write to a table we hold waits,
 * and PostgreSQL says that somebody does.
 */
export class TableGate {
  private constructor(
    private readonly postgres: PostgresPart,
    private readonly session: Client,
    private readonly table: string,
  ) {}

  /** Readers and `select … for update` pass, writers wait. */
  static async hold(postgres: PostgresPart, table: string): Promise<TableGate> {
    const session = await postgres.connect('faults-gate');
    const gate = new TableGate(postgres, session, table);
    try {
      await session.query('begin');
      await session.query(`set local lock_timeout = '10s'`);
      await session.query(`lock table ${table} in share mode`);
    } catch (error) {
      await gate.open();
      throw error;
    }
    return gate;
  }

  /** True once a session of one of these processes waits here; false when none came. */
  arrived(processes: readonly ManagedProcess[]): Promise<boolean> {
    return eventually(async () => {
      const waiting = await this.postgres.query<{ port: number }>(
        `select a.client_port as port from pg_locks l join pg_stat_activity a using (pid)
         where not l.granted and l.relation = $1::regclass`,
        [this.table],
      );
      if (waiting.length === 0) return false;
      const ports = new Set(processes.flatMap(({ pid }) => (pid ? localPortsOf(pid) : [])));
      return waiting.some(({ port }) => ports.has(port));
    });
  }

  async open(): Promise<void> {
    await this.session.query('rollback').catch(() => undefined);
    await this.session.end().catch(() => undefined);
  }
}

/** The store of jobs, held: nothing can be queued, taken or reported done. */
export async function holdQueue({ postgres, redis }: Stack): Promise<{ open(): Promise<void> }> {
  if (!redis) return TableGate.hold(postgres, 'bullmq.job');
  redis.process.freeze();
  return { open: async () => redis.process.thaw() };
}

export async function eventually(look: () => Promise<boolean>, withinMs = ARRIVES_WITHIN_MS, everyMs = LOOK_EVERY_MS): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(everyMs)) {
    if (await look().catch(() => false)) return true;
  }
  return false;
}

export async function countOf(postgres: PostgresPart, sql: string, values: unknown[] = []): Promise<number> {
  const [row] = await postgres.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
  return row?.n ?? 0;
}

/** Ports from which a process holds its connections: what it has open, looked up among the machine's sockets. */
function localPortsOf(pid: number): number[] {
  const own = new Set(openFilesOf(pid).flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []));
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , , , , , , , inode]) => own.has(inode ?? ''))
    .map(([, local]) => Number.parseInt(local?.split(':')[1] ?? '0', 16));
}

function openFilesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((fd) => {
      try {
        return [readlinkSync(`${folder}/${fd}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
