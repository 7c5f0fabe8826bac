import { setTimeout as sleep } from 'node:timers/promises';
import { isEmpty, migrate, openEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database';
import { keepAccounts, type SampleAccount } from './accounts-file';
import type { StackParts } from './parts';
import { makeFolder, type Places } from './places';
import { PlainError } from './plain-error';
import { choosePort, insistOn, preferredPorts } from './ports';
import type { Owner } from './postgres/owner';
import { untilReady } from './readiness';
import { keptSecrets } from './secrets';
import { servicesOf, type Ports, type ServiceSpec } from './services';
import { SupervisedService } from './supervisor';

const READY_WITHIN_MS = 120_000;
const APP_GRACE_MS = 10_000;
const DATABASE_GRACE_MS = 2_000;
const MOST_DATABASE_DEATHS = 5;

export interface StackWish {
  root: string;
  places: Places;
  owner: Owner;
  env: NodeJS.ProcessEnv;
  parts: StackParts;
  say: (line: string) => void;
  /** A part that cannot be kept alive: the stack is to end with this error. */
  giveUp: (error: Error) => void;
  /** Set when somebody asked to stop while starting. */
  signal: AbortSignal;
  /** Other services than the four apps, for specs of the stack itself. */
  services?: (apps: ServiceSpec[]) => ServiceSpec[];
}

/** Database, mail catcher and apps as one thing that starts in order and stops in the opposite order. */
export class Stack {
  private database: EmbeddedDatabase | undefined;
  private services: SupervisedService[] = [];
  private stopMail: () => Promise<void> = async () => undefined;
  private stopping = false;
  publicUrl = '';
  mailUrl: string | undefined;
  /** Demo accounts, when this start made them. */
  sampleAccounts: SampleAccount[] | undefined;

  private readonly preferred: ReturnType<typeof preferredPorts>;

  constructor(private readonly wish: StackWish) {
    this.preferred = preferredPorts(wish.env.MANTIANXING_DATA ? wish.places.home : undefined);
  }

  get databaseUrl(): string {
    return this.database?.url ?? '';
  }

  async start(): Promise<void> {
    const { places, owner, env, say, signal } = this.wish;
    // Asked first: a taken port should be told before anything is made.
    const portal = await insistOn('PORTAL_PORT', env.PORTAL_PORT || '4100');
    makeFolder(places.logs, 0o700);
    const secrets = keptSecrets(places.secrets);
    const { postgresPassword: password } = secrets;
    const port = env.POSTGRES_PORT;
    this.database = await openEmbeddedDatabase({ places, owner, password, port, preferredPort: this.preferred.postgres, say });
    this.watchDatabase(this.database, 0);
    await migrate(this.database.server);
    signal.throwIfAborted();
    await this.loadSamplesOnce(this.database.url);
    signal.throwIfAborted();
    say('数据库已就绪，正在启动四个应用…');
    const ports = await this.portsFor(portal);
    const smtpUrl = await this.startMail();
    const { root, services = (apps) => apps } = this.wish;
    const specs = services(servicesOf({ root, databaseUrl: this.database.url, secrets, ports, smtpUrl, env }));
    this.services = specs.map((spec) => new SupervisedService(spec, { ...this.wish, logs: places.logs }));
    for (const service of this.services) service.start();
    await untilReady(this.services, { patienceMs: READY_WITHIN_MS, say, signal });
    this.publicUrl = env.PUBLIC_URL || `http://127.0.0.1:${portal}`;
  }

  private async loadSamplesOnce(databaseUrl: string): Promise<void> {
    const { parts, places, say } = this.wish;
    if (!parts.loadSampleLists || !(await isEmpty(databaseUrl))) return;
    say('首次运行，正在载入示例清单…');
    this.sampleAccounts = await parts.loadSampleLists(databaseUrl);
    keepAccounts(places.accounts, this.sampleAccounts);
  }

  /** Apps first, so that they can finish what they hold, then mail, then the database. Within 10 s. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (!this.database) return;
    this.wish.say('正在停止…');
    await Promise.all(this.services.map((service) => service.stop(APP_GRACE_MS)));
    await this.stopMail();
    await this.database.server.stop(DATABASE_GRACE_MS);
    this.wish.say('已全部停止');
  }

  private async startMail(): Promise<string> {
    const { env, parts, places } = this.wish;
    if (env.SMTP_URL) return env.SMTP_URL;
    const smtpPort = await choosePort('SMTP_PORT', undefined, this.preferred.smtp);
    if (parts.startMailCatcher) {
      const pagePort = await choosePort('MAIL_PAGE_PORT', undefined, this.preferred.mailPage);
      const catcher = await parts.startMailCatcher({ smtpPort, pagePort, folder: places.mail });
      this.stopMail = () => catcher.stop();
      this.mailUrl = catcher.pageUrl;
    }
    return `smtp://127.0.0.1:${smtpPort}`;
  }

  /** A database that dies (out of memory, killed by hand) comes back on the same port; the apps reconnect. */
  private watchDatabase(database: EmbeddedDatabase, deaths: number): void {
    const since = Date.now();
    void database.server.gone.then(async () => {
      if (this.stopping) return;
      const count = Date.now() - since > 60_000 ? 1 : deaths + 1;
      try {
        if (count > MOST_DATABASE_DEATHS) throw new PlainError('数据库一再退出。', `详情见 ${this.wish.places.logs}/postgres.log。`);
        this.wish.say(`数据库意外退出，${count} 秒后重新启动`);
        await sleep(count * 1000, undefined, { ref: false });
        if (this.stopping) return;
        database.server = await database.restart();
        this.watchDatabase(database, count);
      } catch (error) {
        this.wish.giveUp(error as Error);
      }
    });
  }

  private async portsFor(portal: number): Promise<Ports> {
    const { env } = this.wish;
    return {
      portal,
      publishing: await choosePort('PUBLISHING_PORT', env.PUBLISHING_PORT, this.preferred.publishing),
      directory: await choosePort('DIRECTORY_PORT', env.DIRECTORY_PORT, this.preferred.directory),
      worker: await choosePort('WORKER_PORT', env.WORKER_PORT, this.preferred.worker),
    };
  }
}
