import type { RoleLetter, SessionView } from '@mantianxing/contracts';
import { ContactTripwire, lettersOfSession } from './contact-tripwire';
import { DocumentedAnswers, type OpenApi } from './documented-answers';

export interface PortalAnswer<T> {
  status: number;
  body: T;
}

/** One document for each portal, read once. While an app is away that has not yet spoken there is none. */
const documents = new Map<string, Promise<DocumentedAnswers | undefined>>();

function documentOf(base: string): Promise<DocumentedAnswers | undefined> {
  const known = documents.get(base);
  if (known) return known;
  const asked = fetch(`${base}/api/openapi.json`, { signal: AbortSignal.timeout(5_000) })
    .then(async (answer) => (answer.ok ? new DocumentedAnswers((await answer.json()) as OpenApi) : undefined))
    .catch(() => undefined);
  void asked.then((document) => document ?? documents.delete(base));
  documents.set(base, asked);
  return asked;
}

export interface PortalClientOptions {
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** No answer within this time is an error. */
  timeoutMs?: number;
  /** Servers are being killed meanwhile: a 5xx then stands in no document. */
  duringOutages?: boolean;
  /** One that knows the database behind and so in which state a contact may leave. */
  tripwire?: ContactTripwire;
}

/**
 * One person at the portal: keeps the cookie, sends the CSRF token, speaks JSON like the browser does. Every answer,
 * refusals included, must stand in the portal's OpenAPI document with its status and its body.
 */
export class PortalClient {
  private readonly cookies = new Map<string, string>();
  private csrfToken = '';
  private letters: ReadonlySet<RoleLetter> = new Set();
  private readonly tripwire: ContactTripwire;

  constructor(
    private readonly base: string,
    private readonly options: PortalClientOptions = {},
  ) {
    this.tripwire = options.tripwire ?? new ContactTripwire();
  }

  async signIn(login: string, password: string): Promise<this> {
    this.csrfToken = (await this.get<SessionView>('/api/session')).csrfToken;
    const session = await this.post<SessionView>('/api/session', { login, password });
    this.csrfToken = session.csrfToken;
    this.letters = lettersOfSession(session);
    return this;
  }

  /** What lets somebody else in as this person: cookies and CSRF token, as they are and as they are sent. */
  get proofs(): string[] {
    return [...this.cookies.values(), ...[...this.cookies.values()].map(decodeURIComponent), this.csrfToken];
  }

  async get<T>(path: string): Promise<T> {
    return this.expectSuccess(await this.send<T>('GET', path), path);
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.expectSuccess(await this.send<T>('POST', path, body), path);
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return this.expectSuccess(await this.send<T>('PUT', path, body), path);
  }

  /** The answer as it is, refusals included. */
  async send<T>(method: string, path: string, body?: unknown): Promise<PortalAnswer<T>> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      redirect: 'manual',
      signal: this.options.timeoutMs ? AbortSignal.timeout(this.options.timeoutMs) : undefined,
      headers: {
        ...this.options.headers,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': this.csrfToken,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.cookies.set(name, value);
    }
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    const fault = (await documentOf(this.base))?.fault(method, path, { status: response.status, contentType, text });
    if (fault && !(this.options.duringOutages && response.status >= 500)) throw new Error(fault);
    await this.tripwire.answer({ method, url: path, text, letters: this.letters });
    const isJson = contentType.includes('json');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
  }

  private expectSuccess<T>({ status, body }: PortalAnswer<T>, path: string): T {
    if (status >= 400) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }
}
