import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskFull, isDiskFull, PlainError } from './plain-error';
import type { ServiceSpec } from './services';
import { tether } from './tether';

export interface SupervisorOptions {
  logs: string;
  say: (line: string) => void;
  /** A service that keeps dying: the stack is to end with this sentence. */
  giveUp: (error: PlainError) => void;
  /** First pause before a restart in milliseconds; it doubles, up to 8 s. */
  firstPauseMs?: number;
}

const MOST_DEATHS = 5;
const WINDOW_MS = 60_000;
const LONGEST_PAUSE_MS = 8_000;
const LARGEST_LOG = 5_000_000;

/** One app as a child process: started again when it dies, ended when the stack ends, heard through its log. */
export class SupervisedService {
  private child: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private untie: () => void = () => undefined;
  private deaths: number[] = [];
  private stopping = false;
  readonly logFile: string;

  constructor(
    readonly spec: ServiceSpec,
    private readonly options: SupervisorOptions,
  ) {
    this.logFile = join(options.logs, `${spec.name}.log`);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const log = this.openLog();
    // Detached: a terminal's Ctrl-C reaches only the stack itself, which then ends its children in order.
    const child = spawn(process.execPath, [...this.spec.nodeFlags, this.spec.script], {
      ...{ env: this.spec.env, cwd: '/', detached: true },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    this.untie = child.pid ? tether(child.pid, 'TERM') : () => undefined;
    this.gone = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', (code, signal) => {
        resolve();
        this.untie();
        void this.died(signal ?? `代码 ${code}`);
      });
    });
  }

  /** SIGTERM, then SIGKILL when it does not end within `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    this.untie();
    for (const [signal, patience] of [['SIGTERM', graceMs], ['SIGKILL', 1000]] as const) {
      if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
      this.child.kill(signal);
      await Promise.race([this.gone, sleep(patience, undefined, { ref: false })]);
    }
  }

  private async died(how: string): Promise<void> {
    if (this.stopping) return;
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => at > now - WINDOW_MS), now];
    const said = this.lastWords();
    if (/ENOSPC|No space left/i.test(said) || isDiskFull(this.options.logs)) return this.options.giveUp(diskFull(this.options.logs));
    if (this.deaths.length > MOST_DEATHS) {
      const sentence = `${this.spec.label}（${this.spec.name}）一分钟内退出了 ${this.deaths.length} 次：${said || how}`;
      return this.options.giveUp(new PlainError(sentence, `详情见 ${this.logFile}。`));
    }
    const pause = Math.min(LONGEST_PAUSE_MS, (this.options.firstPauseMs ?? 500) * 2 ** (this.deaths.length - 1));
    this.options.say(`${this.spec.label}（${this.spec.name}）意外退出（${how}），${pause / 1000} 秒后重新启动`);
    await sleep(pause, undefined, { ref: false });
    if (!this.stopping) this.start();
  }

  /** The last line of its log that says something, shortened. */
  lastWords(): string {
    if (!existsSync(this.logFile)) return '';
    const lines = readFileSync(this.logFile, 'utf8').slice(-4000).trim().split('\n');
    return (lines.findLast((line) => /失败|error|fatal/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 300);
  }

  private openLog(): number {
    if (existsSync(this.logFile) && statSync(this.logFile).size > LARGEST_LOG) {
      rmSync(`${this.logFile}.1`, { force: true });
      renameSync(this.logFile, `${this.logFile}.1`);
    }
    return openSync(this.logFile, 'a', 0o600);
  }
}
