import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tether } from '../../../apps/local-stack/src/tether';
import { waitUntil } from '../../support/wait-until';

export interface ProcessRecipe {
  name: string;
  program: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  logFile: string;
  isReady(): Promise<boolean>;
  /** Opens a channel for messages; the child must be a Node script. */
  talks?: boolean;
}

const READY_WITHIN_MS = 120_000;
const RESTART_PAUSE_MS = 400;

/**
 * One process of the stack: killed, frozen and started again on demand, and started again when it ends by itself,
 * as a supervisor does. Ends only what it started, by its process id.
 */
export class ManagedProcess {
  private child: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private untie: () => void = () => undefined;
  private wanted = false;
  private frozen = false;
  /** Times it ended without being told to. */
  unexpectedEnds = 0;
  onMessage: (message: unknown) => void = () => undefined;

  constructor(readonly recipe: ProcessRecipe) {}

  get name(): string {
    return this.recipe.name;
  }

  get pid(): number | undefined {
    return this.isAlive ? this.child?.pid : undefined;
  }

  get isAlive(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  get isFrozen(): boolean {
    return this.frozen;
  }

  /** Starts it without waiting until it answers. */
  launch(): void {
    this.wanted = true;
    if (!this.isAlive) this.spawn();
  }

  async start(): Promise<void> {
    this.launch();
    await this.ready();
  }

  ready(timeoutMs = READY_WITHIN_MS): Promise<boolean> {
    const isReady = async () => this.isAlive && (await this.recipe.isReady());
    return waitUntil(isReady, { timeoutMs, what: `${this.name} to answer`, everyMs: 150 });
  }

  /** As a power cut would; it stays down until `launch` or `start`. */
  async kill(): Promise<void> {
    this.wanted = false;
    this.untie();
    this.frozen = false;
    if (this.isAlive) this.child?.kill('SIGKILL');
    await this.gone;
  }

  freeze(): void {
    if (this.isAlive) this.frozen = this.child?.kill('SIGSTOP') ?? false;
  }

  thaw(): void {
    if (this.frozen && this.isAlive) this.child?.kill('SIGCONT');
    this.frozen = false;
  }

  tell(message: object): void {
    if (this.isAlive && this.child?.connected) this.child.send(message);
  }

  async stop(graceMs = 8000): Promise<void> {
    this.wanted = false;
    this.untie();
    this.thaw();
    if (this.isAlive) this.child?.kill('SIGTERM');
    await Promise.race([this.gone, sleep(graceMs, undefined, { ref: false })]);
    await this.kill();
  }

  private spawn(): void {
    const { program, args, env, cwd, logFile, talks } = this.recipe;
    const log = openSync(logFile, 'a', 0o600);
    const stdio = talks ? ['ignore', log, log, 'ipc'] : ['ignore', log, log];
    const child = spawn(program, args, { cwd, env, detached: true, stdio: stdio as never });
    closeSync(log);
    this.child = child;
    this.untie = child.pid ? tether(child.pid, 'TERM') : () => undefined;
    child.on('message', (message) => this.onMessage(message));
    this.gone = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => {
        resolve();
        void this.ended(child);
      });
    });
  }

  private async ended(child: ChildProcess): Promise<void> {
    if (!this.wanted || child !== this.child) return;
    this.untie();
    this.unexpectedEnds += 1;
    await sleep(RESTART_PAUSE_MS);
    if (this.wanted && !this.isAlive) this.spawn();
  }
}
