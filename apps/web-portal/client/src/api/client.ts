import type { ProblemView, SessionView } from '@mantianxing/contracts';

/** The server refused: `message` and `problems` are Chinese sentences that may be shown as they are. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemView,
  ) {
    super(problem.message);
    this.name = 'Refusal';
  }
}

/** No answer came at all. */
export class Offline extends Error {
  constructor() {
    super('网络中断，请检查网络后重试。');
    this.name = 'Offline';
  }
}

let csrfToken = '';
/** Every write carries the token that came with the session. */
export const keepCsrfToken = (token: string): void => void (csrfToken = token);

export interface CallOptions {
  signal?: AbortSignal;
  /** Lets the request outlive the page, for the last save on leaving (at most 64 KiB). */
  keepalive?: boolean;
  /** The caller deals with an expired session itself. */
  stayOnExpiry?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One request to the portal.
 * @throws Refusal with the server's sentence, Offline when nothing answered
 */
export async function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> {
  let response = await send(method, path, body, options);
  if (response.status === 403 && (await isTokenStale(response))) {
    await renewToken();
    response = await send(method, path, body, options);
  }
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const refusal = new Refusal(response.status, await problemOf(response));
  if (response.status === 401 && !options.stayOnExpiry) goToSignIn();
  throw refusal;
}

/** The token belongs to the session: signing in again in another tab makes this page's one stale. */
const isTokenStale = async (response: Response) => (await problemOf(response.clone())).code === 'CSRF';

async function renewToken(): Promise<void> {
  const response = await send('GET', '/api/session', undefined, {});
  if (response.ok) keepCsrfToken(((await response.json()) as SessionView).csrfToken);
}

export const read = <T>(path: string, options?: CallOptions): Promise<T> =>
  call<T>('GET', path, undefined, options);

async function send(method: Method, path: string, body: unknown, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['x-csrf-token'] = csrfToken;
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
      keepalive: options.keepalive,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Offline();
  }
}

async function problemOf(response: Response): Promise<ProblemView> {
  const given = (await response.json().catch(() => null)) as Partial<ProblemView> | null;
  return {
    code: given?.code ?? `http-${response.status}`,
    message: given?.message ?? '系统暂时繁忙，数据未改动。请稍后重试。',
    problems: given?.problems ?? [],
    facts: given?.facts,
    requestId: given?.requestId,
  };
}

/** Sends the person to the sign-in page and back here afterwards. */
export function goToSignIn(): void {
  const here = window.location.pathname + window.location.search + window.location.hash;
  window.location.assign(`/sign-in?expired=1&next=${encodeURIComponent(here)}`);
}

/** The sentence to show for any error that came out of a call. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) {
    const { requestId } = error.problem;
    return error.status >= 500 && requestId
      ? `${error.message}（编号${requestId.slice(0, 8)}）`
      : error.message;
  }
  return error instanceof Offline ? error.message : '系统暂时繁忙，数据未改动。请稍后重试。';
}
