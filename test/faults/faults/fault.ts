import type { KillLog } from '../kills';
import type { Load } from '../load/load';
import type { ManagedProcess } from '../parts/managed-process';
import type { Seeded } from '../seeded';
import type { Stack } from '../stack';

export interface FaultContext {
  stack: Stack;
  load: Load;
  log: KillLog;
  chance: Seeded;
  say(line: string): void;
}

/** One way in which things go wrong. */
export interface Fault {
  name: string;
  /** Whether this stack has the part it strikes at. */
  concerns(stack: Stack): boolean;
  /** Long ones are left out of short runs. */
  long?: boolean;
  /** Does the harm and starts again what it ended; false when it found nothing to strike at. */
  run(context: FaultContext): Promise<boolean>;
}

export const everywhere = (): boolean => true;

/** How long a killed part stays away, in milliseconds: mostly shortly, now and then long. */
export const away = (chance: Seeded): number => (chance.chance(0.8) ? chance.between(0, 1500) : chance.between(3000, 8000));

export async function killProcess({ log }: FaultContext, victim: ManagedProcess, because: string): Promise<void> {
  if (!victim.isAlive) return;
  await victim.kill();
  log.killed(victim.name, because);
}

/** Ends both workers and starts them again; where the moment was not met nobody is ended. */
export async function killBothWorkers(context: FaultContext, because: string, met: boolean): Promise<void> {
  const { workers } = context.stack.apps;
  if (met) for (const worker of workers) await killProcess(context, worker, because);
  for (const worker of workers) {
    worker.thaw();
    worker.launch();
  }
}
