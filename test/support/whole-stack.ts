import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { ContactTripwire } from './contact-tripwire';
import { freshDatabase } from './database';
import { freePort } from './free-port';
import { openMailBox, type MailBox } from './mail-box';
import { documentsIn } from './meilisearch';
import { PortalClient } from './portal-client';
import { startServerProcess, type ServerProcess } from './server-process';

const ROOT = join(__dirname, '..', '..');
const APPS = {
  'scenario-publishing': 'PUBLISHING_PORT',
  'capability-directory': 'DIRECTORY_PORT',
  'matcher-worker': 'WORKER_PORT',
  'web-portal': 'PORTAL_PORT',
} as const;
const SECRETS = { SESSION_SECRET: 's'.repeat(64), INTERNAL_TOKEN_SECRET: 't'.repeat(64) };
export type AppName = keyof typeof APPS;

export interface DemoAccount {
  label: string;
  login: string;
  password: string;
}

export interface WholeStack {
  url: string;
  databaseUrl: string;
  accounts: DemoAccount[];
  mailBox: MailBox;
  /** An address of one of the apps, such as `at('WORKER_PORT', '/health/ready')`. */
  at(port: (typeof APPS)[AppName], path: string): string;
  /** A person signed in over HTTP. */
  as(login: string): Promise<PortalClient>;
  start(app: AppName): Promise<void>;
  /** Ends an app as a power cut would. */
  kill(app: AppName): Promise<void>;
  /** Asks an app politely to end (SIGTERM): its exit code and how long it took, in milliseconds. */
  end(app: AppName): Promise<{ code: number | null; tookMs: number }>;
  stop(): Promise<void>;
}

export interface StackChoice {
  redisUrl?: string;
  meiliUrl?: string;
  meiliKey?: string;
  holdSeconds?: number;
  /** `user:password` the mail server is told. */
  smtpLogin?: string;
  /** Environment beside or instead of the usual one. */
  settings?: Record<string, string>;
  /** Everything the apps print, as it comes. */
  onOutput?(app: AppName, text: string): void;
}

/** The four built apps as processes over a database of their own, with the sample lists in it. */
export async function startWholeStack(choice: StackChoice = {}): Promise<WholeStack> {
  if (!existsSync(join(ROOT, 'dist/apps/web-portal/src/main.js'))) throw new Error('not built: run npm run build first');
  const database = await freshDatabase();
  const accounts = await loadSamples(database.url, choice.settings);
  const mailBox = await openMailBox();
  const env = await environment(database.url, mailBox.url, choice);
  const running = new Map<AppName, ServerProcess>();
  const url = env.PUBLIC_URL as string;
  const wire = wireOver(database.url);
  const start = async (app: AppName): Promise<void> => {
    const heard = (text: string) => (wire.text(text), choice.onOutput?.(app, text));
    running.set(app, await startApp(app, env, heard));
  };
  await Promise.all((Object.keys(APPS) as AppName[]).map(start));
  return {
    ...{ url, databaseUrl: database.url, accounts, mailBox, start },
    at: (port, path) => `http://127.0.0.1:${env[port]}${path}`,
    async as(login) {
      const account = accounts.find((one) => one.login === login);
      if (!account) throw new Error(`no demo account ${login}`);
      return new PortalClient(url, { tripwire: wire.tripwire }).signIn(login, account.password);
    },
    async kill(app) {
      await running.get(app)?.kill();
      running.delete(app);
    },
    async end(app) {
      const server = running.get(app);
      if (!server) throw new Error(`${app} does not run`);
      running.delete(app);
      const began = Date.now();
      process.kill(server.pid, 'SIGTERM');
      const code = await server.ended;
      await server.stop();
      return { code, tookMs: Date.now() - began };
    },
    async stop() {
      await Promise.all([...running.values()].map((app) => app.stop()));
      try {
        await mailBox.close();
        for (const document of await documentsOf(choice)) wire.tripwire.text('检索文档', document);
        await wire.tripwire.check();
      } finally {
        await wire.close();
        await database.drop();
      }
    },
  };
}

/** Every answer, log line, table and search document of the stack is looked through for contacts (test/support/contact-tripwire.ts). */
function wireOver(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl, max: 1, application_name: 'mantianxing' });
  // The database may be stopped under a spec's own hands.
  pool.on('error', () => undefined);
  const tripwire = new ContactTripwire(async (text, values) => (await pool.query(text, values)).rows);
  return { tripwire, text: (printed: string) => tripwire.text('日志', printed), close: () => pool.end() };
}

/** Nothing where a spec has pulled the engine and left it so. */
async function documentsOf({ meiliUrl: url, meiliKey: masterKey = '' }: StackChoice): Promise<string[]> {
  if (!url || !(await fetch(`${url}/health`).catch(() => null))) return [];
  return documentsIn({ url, masterKey });
}

async function loadSamples(databaseUrl: string, settings: Record<string, string> = {}): Promise<DemoAccount[]> {
  const script = join(ROOT, 'dist/apps/local-stack/src/seed/seed-process.js');
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: databaseUrl, ...SECRETS, ...settings };
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env, maxBuffer: 1_000_000 });
  return JSON.parse(stdout) as DemoAccount[];
}

async function environment(databaseUrl: string, smtpUrl: string, choice: StackChoice): Promise<Record<string, string>> {
  const ports = Object.fromEntries(
    await Promise.all(Object.values(APPS).map(async (name) => [name, await freePort()] as const)),
  ) as Record<string, number>;
  const at = (name: string) => `http://127.0.0.1:${ports[name]}`;
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    MESSAGE_TIMING: 'at-once',
    DATABASE_URL: databaseUrl,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    PUBLISHING_URL: at('PUBLISHING_PORT'),
    DIRECTORY_URL: at('DIRECTORY_PORT'),
    WORKER_URL: at('WORKER_PORT'),
    PUBLIC_URL: at('PORTAL_PORT'),
    ...SECRETS,
    SMTP_URL: choice.smtpLogin ? smtpUrl.replace('://', `://${choice.smtpLogin}@`) : smtpUrl,
    DECISION_HOLD_SECONDS: String(choice.holdSeconds ?? 0),
    ...(choice.redisUrl && { REDIS_URL: choice.redisUrl }),
    ...(choice.meiliUrl && { MEILI_URL: choice.meiliUrl, MEILI_MASTER_KEY: choice.meiliKey ?? '' }),
    ...choice.settings,
  };
}

function startApp(app: AppName, env: Record<string, string>, onOutput: (text: string) => void): Promise<ServerProcess> {
  const health = `http://127.0.0.1:${env[APPS[app]]}/health/ready`;
  return startServerProcess({
    name: app,
    program: process.execPath,
    args: () => [join(ROOT, 'dist/apps', app, 'src/main.js')],
    env,
    onOutput,
    isReady: async () => (await fetch(health)).ok,
  });
}
