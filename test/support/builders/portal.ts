import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role, RoleLetter, SessionView } from '@mantianxing/contracts';
import { CreateAccount } from '@mantianxing/account';
import { OrganizationModule } from '@mantianxing/organization';
import { Clock, ENV, readEnv, type Env } from '@mantianxing/platform';
import { DataSource } from 'typeorm';
import { PortalModule } from '../../../apps/web-portal/src/app.module';
import { OpenApiDocument } from '../../../apps/web-portal/src/open-api/open-api-document';
import { createPortal } from '../../../apps/web-portal/src/portal-server';
import { freshDatabase } from '../database';
import { ContactTripwire, lettersOfSession } from '../contact-tripwire';
import { DocumentedAnswers, type OpenApi } from '../documented-answers';
import { headerFaults } from '../headers/header-table';
import { SECRET, SetClock, type Market } from './market';
import type { BuiltUnit } from './organizations';

export const PASSWORD = '两江交汇朝天门下灯火长明';
/** Nothing listens there. */
export const NOBODY = 'http://127.0.0.1:9';

export interface TestPortal extends Market {
  app: NestFastifyApplication;
  clock: SetClock;
  /** A browser that has visited nothing yet. */
  browser(): Browser;
  /** A browser signed in as somebody new with one role. */
  signedIn(organization: Pick<BuiltUnit, 'id'>, role: Role): Promise<Browser>;
  close(): Promise<void>;
}

/** The portal as deployed, on a migrated database of its own; it listens nowhere, requests are injected. */
export async function openPortal(settings: Record<string, string> = {}, extra: DynamicModule['controllers'] = []): Promise<TestPortal> {
  const database = await freshDatabase();
  const env = readEnv({
    NODE_ENV: 'test',
    MESSAGE_TIMING: 'at-once',
    DATABASE_URL: database.url,
    SESSION_SECRET: 's'.repeat(32),
    INTERNAL_TOKEN_SECRET: SECRET,
    LOG_LEVEL: 'fatal',
    WORKER_URL: NOBODY,
    PUBLISHING_URL: NOBODY,
    DIRECTORY_URL: NOBODY,
    DECISION_HOLD_SECONDS: '0',
    ...settings,
  });
  const clock = new SetClock();
  const module = PortalModule.forRoot(env);
  // The same module, told another time: the later of two providers counts.
  const platform = module.imports?.[0] as DynamicModule;
  platform.providers?.push({ provide: Clock, useValue: clock });
  module.controllers?.push(...extra);
  module.imports?.push(OrganizationModule);
  const app = await createPortal(module, env);
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  } catch (error) {
    await app.get(DataSource).destroy();
    await database.drop();
    throw error;
  }
  const get: Market['get'] = (door) => app.get(door as never, { strict: false });
  let people = 0;
  const portal: TestPortal = {
    app,
    clock,
    get,
    sql: (text, values = []) => get(DataSource).query(text, values),
    browser: () => new Browser(app),
    async signedIn({ id: organizationId }, role) {
      const login = `person-${(people += 1)}`;
      await get(CreateAccount).execute({ login, password: PASSWORD, person: { name: `张${people}` }, memberships: [{ organizationId, role }] });
      const browser = new Browser(app);
      await browser.signIn(login);
      return browser;
    },
    async close() {
      const checked = await tripwireOf(app).check().catch((error: Error) => error);
      await app.close();
      await database.drop();
      if (checked instanceof Error) throw checked;
    },
  };
  return portal;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json<T>(): T;
}

/** The two apps document what the portal passes on; static files and the board of queues, which is not ours, stand in no document. */
const PASSED_ON = /^\/(?:api\/(?:scenarios|capabilities|openapi\.json)|assets|admin\/queues)(?:\/|\?|$)/;
const documents = new WeakMap<NestFastifyApplication, DocumentedAnswers>();

const tripwires = new WeakMap<NestFastifyApplication, ContactTripwire>();

function tripwireOf(app: NestFastifyApplication): ContactTripwire {
  const known = tripwires.get(app) ?? new ContactTripwire((text, values = []) => app.get(DataSource, { strict: false }).query(text, values));
  tripwires.set(app, known);
  return known;
}

function documentedBy(app: NestFastifyApplication): DocumentedAnswers {
  const known = documents.get(app);
  if (known) return known;
  const made = new DocumentedAnswers(app.get(OpenApiDocument).own as unknown as OpenApi);
  documents.set(app, made);
  return made;
}

/** Every answer must stand in the portal's OpenAPI document and carry the headers of the table. Keeps cookies and the CSRF token as a browser and its page do. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken = '';

  private readonly documented: DocumentedAnswers;
  private letters: ReadonlySet<RoleLetter> = new Set();
  /** Where people come over https, a proxy in front ends it and says so. */
  private readonly proxied: Record<string, string>;

  constructor(private readonly app: NestFastifyApplication) {
    this.documented = documentedBy(app);
    this.proxied = app.get<Env>(ENV, { strict: false }).PUBLIC_URL.startsWith('https:') ? { 'x-forwarded-proto': 'https' } : {};
  }

  async visit(): Promise<SessionView> {
    const session = (await this.get('/api/session')).json<SessionView>();
    this.csrfToken = session.csrfToken;
    this.letters = lettersOfSession(session);
    return session;
  }

  async signIn(login: string, password = PASSWORD): Promise<Answer> {
    await this.visit();
    const answer = await this.post('/api/session', { login, password });
    if (answer.status === 200) this.csrfToken = answer.json<SessionView>().csrfToken;
    if (answer.status === 200) this.letters = lettersOfSession(answer.json<SessionView>());
    return answer;
  }

  get = (url: string, headers: Record<string, string> = {}) => this.send('GET', url, undefined, headers);
  post = (url: string, body?: unknown, headers: Record<string, string> = {}) => this.send('POST', url, body, headers);
  form = (url: string, fields: Record<string, string>) =>
    this.send('POST', url, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded', 'x-csrf-token': '' });

  async send(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': this.csrfToken,
        ...this.proxied,
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    for (const { name, value, expires } of answer.cookies) {
      if (expires && expires.getTime() === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    await tripwireOf(this.app).answer({ method, url, text: answer.body, letters: this.letters });
    const fault = this.documented.fault(method, url, { status: answer.statusCode, contentType: String(answer.headers['content-type'] ?? ''), text: answer.body });
    if (fault && !PASSED_ON.test(url)) throw new Error(fault);
    const given = answer.headers as Answer['headers'];
    const wrong = headerFaults({ method, url, status: answer.statusCode, headers: given, signedIn: false, https: 'x-forwarded-proto' in this.proxied });
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    return { status: answer.statusCode, headers: given, text: answer.body, json: () => answer.json() };
  }
}
