import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { waitUntil } from './wait-until';

const ROOT = join(__dirname, '..', '..');
const READY_WITHIN_MS = 150_000;

/** `npm start` in a data folder of its own: what a person sees, and the processes behind it. */
export class LocalStackRun {
  output = '';
  private child: ChildProcess | undefined;
  private code: number | null | undefined;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  static async inFreshFolder(env: Record<string, string> = {}): Promise<LocalStackRun> {
    const folder = mkdtempSync(join(tmpdir(), 'mantianxing-stack-'));
    chmodSync(folder, 0o711); // the database's own user walks through it
    return new LocalStackRun(folder, await freePort(), env);
  }

  /** A second attempt on the same folder and port. */
  another(): LocalStackRun {
    return new LocalStackRun(this.folder, this.port, this.env);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts without waiting for anything. */
  launch(...args: string[]): void {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, MANTIANXING_DATA: this.folder, PORTAL_PORT: `${this.port}`, ...this.env };
    this.output = '';
    this.code = undefined;
    const child = spawn(process.execPath, ['apps/local-stack/start.mjs', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    child.stdout.on('data', (chunk) => (this.output += chunk));
    child.stderr.on('data', (chunk) => (this.output += chunk));
    child.once('exit', (code) => (this.code = code));
  }

  async start(...args: string[]): Promise<void> {
    this.launch(...args);
    await waitUntil(
      () => {
        if (this.code !== undefined) throw new Error(`ended with ${this.code}: ${this.output}`);
        return this.output.includes('满天星已就绪：');
      },
      { timeoutMs: READY_WITHIN_MS, what: 'the stack to be ready', everyMs: 100 },
    );
  }

  /** Its exit code, once it has ended. */
  async ended(timeoutMs = 20_000): Promise<number | null> {
    await waitUntil(() => this.code !== undefined, { timeoutMs, what: 'the stack to end' });
    return this.code ?? null;
  }

  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.child?.kill(signal);
    return this.ended();
  }

  /** Ends it whatever happened and removes its folder. */
  async remove(): Promise<void> {
    if (this.child && this.code === undefined) await this.stop('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Every process that works for this stack: its apps know its database, its database its folder. */
  processes(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) => this.mentions(`/proc/${pid}/environ`) || this.mentions(`/proc/${pid}/cmdline`))
      .map(Number);
  }

  private mentions(file: string): boolean {
    try {
      const text = readFileSync(file, 'utf8');
      return text.includes(this.folder) || text.includes(`PORTAL_PORT=${this.port}\0`);
    } catch {
      return false;
    }
  }
}
