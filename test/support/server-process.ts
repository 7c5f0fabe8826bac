import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tether } from '../../apps/local-stack/src/tether';
import { waitUntil } from './wait-until';

export interface ServerProcess {
  pid: number;
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  /** Ends the server politely, then for certain, and removes its folder. */
  stop(): Promise<void>;
  /** Ends it as a power cut would; its folder stays until `stop`. */
  kill(): Promise<void>;
}

export interface ServerRecipe {
  name: string;
  program: string;
  /** Arguments, given the temporary folder made for this server. */
  args(folder: string): string[];
  env?: Record<string, string>;
  isReady(): Promise<boolean>;
  /** Everything it prints, as it comes. */
  onOutput?(text: string): void;
}

/** Starts a server of its own in a temporary folder; it does not outlive this process, however that ends. */
export async function startServerProcess(recipe: ServerRecipe): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), `mantianxing-${recipe.name}-`));
  const child = spawn(recipe.program, recipe.args(folder), {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...recipe.env },
    stdio: ['ignore', recipe.onOutput ? 'pipe' : 'ignore', 'pipe'],
    detached: true,
  });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2000);
    recipe.onOutput?.(String(chunk));
  });
  child.stdout?.on('data', (chunk) => recipe.onOutput?.(String(chunk)));
  const gone = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  const untie = child.pid ? tether(child.pid, 'TERM') : () => undefined;
  const end = async (signal: NodeJS.Signals) => {
    untie();
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await Promise.race([gone, sleep(12_000, undefined, { ref: false }).then(() => child.kill('SIGKILL')).then(() => gone)]);
  };
  const server: ServerProcess = {
    pid: child.pid ?? -1,
    ended: gone,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const stopped = gone.then(() => Promise.reject(new Error(`${recipe.name} ended at once: ${complaint}`)));
  try {
    await Promise.race([waitUntil(recipe.isReady, { timeoutMs: 90_000, what: `${recipe.name} to answer` }), stopped]);
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    stopped.catch(() => undefined);
  }
  return server;
}
