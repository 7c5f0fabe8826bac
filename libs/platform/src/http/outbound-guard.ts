import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { AllowedHost, hostOf, portOf, reachOf } from './outbound-addresses';

/** Why a request was not made or its answer not taken; `reason` is stable, `message` is for people and names no address. */
const SENTENCES = {
  ADDRESS_UNREADABLE: '网址格式不正确，请检查后重新填写。',
  SCHEME: '只接受https开头的网址，请更换网址。',
  CREDENTIALS: '网址中不能带有用户名和密码，请删去后重试。',
  PORT: '只允许443端口，请更换网址，或请管理员将该主机列入允许名单。',
  NOT_PUBLIC: '该网址指向内部网络，已拒绝访问；确需使用时请管理员将该主机列入允许名单。',
  NAME_UNKNOWN: '域名无法解析，请检查网址。',
  REDIRECT: '对方要求跳转到其他地址（redirect），已拒绝，请填写最终地址。',
  TOO_LARGE: '对方返回的内容过大，已停止接收。',
  ENCODING: '对方返回了压缩内容，无法读取。',
  TIMEOUT: '对方在规定时间内没有答复（timeout），请稍后重试。',
  UNREACHABLE: '无法连接对方服务，请稍后重试。',
} as const;
export type OutboundReason = keyof typeof SENTENCES;

export class OutboundError extends Error {
  constructor(
    readonly reason: OutboundReason,
    options?: ErrorOptions,
  ) {
    super(SENTENCES[reason], options);
    this.name = 'OutboundError';
  }

  /** The address itself is refused: asking again cannot help. The others may pass (name service, network, load). */
  get forGood(): boolean {
    return ['ADDRESS_UNREADABLE', 'SCHEME', 'CREDENTIALS', 'PORT', 'NOT_PUBLIC', 'REDIRECT'].includes(this.reason);
  }
}

export interface OutboundLimits {
  /** Milliseconds for name, connection and the whole answer. */
  timeoutMs?: number;
  /** Bytes of the answer. */
  mostBytes?: number;
}

export interface OutboundRequest extends OutboundLimits {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  signal?: AbortSignal;
}

export interface OutboundSettings extends OutboundLimits {
  /** Entries as in OUTBOUND_ALLOWED_HOSTS: for these also http, any port and addresses inside the network. */
  allowedHosts?: readonly string[];
  /** Replaces the system's name service, for tests. */
  lookup?: (name: string) => Promise<LookupAddress[]>;
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 1_000_000;

/**
 * The one way out for requests whose address comes from configuration or from people (embedder, group robots,
 * OIDC): https to public addresses on port 443 only, unless the operator allowed the host; the name is resolved
 * once and the connection goes to the very address that was checked; no redirect is followed; time and size
 * of the answer are bounded. Metadata services are never reached. Throws `OutboundError`.
 */
export class OutboundGuard {
  private readonly allowed: AllowedHost[];

  constructor(private readonly settings: OutboundSettings = {}) {
    this.allowed = (settings.allowedHosts ?? []).map((entry) => new AllowedHost(entry));
  }

  /** The address as it would be asked, judged by its text alone: for the form in which a person enters it. */
  accept(address: string | URL): URL {
    const url = URL.canParse(String(address)) ? new URL(address) : undefined;
    if (!url?.hostname) throw new OutboundError('ADDRESS_UNREADABLE');
    const isAllowed = this.isAllowed(url);
    if (url.protocol !== 'https:' && !(isAllowed && url.protocol === 'http:')) throw new OutboundError('SCHEME');
    if (url.username || url.password) throw new OutboundError('CREDENTIALS');
    const host = hostOf(url);
    if (isIP(host) !== 0) this.check(host, isAllowed);
    if (!isAllowed && portOf(url) !== '443') throw new OutboundError('PORT');
    return url;
  }

  /** The answer with its body read to the end; statuses of 400 and more are answers too. */
  async request(address: string | URL, request: OutboundRequest = {}): Promise<Response> {
    const url = this.accept(address);
    const limit = AbortSignal.timeout(request.timeoutMs ?? this.settings.timeoutMs ?? TIMEOUT_MS);
    const signal = request.signal ? AbortSignal.any([limit, request.signal]) : limit;
    try {
      const addresses = await orAborted(this.resolve(url), signal);
      const answer = await send(url, addresses, request, signal);
      const status = answer.statusCode ?? 502;
      if (status >= 300 && status < 400) throw abandoned(answer, 'REDIRECT');
      if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity') throw abandoned(answer, 'ENCODING');
      const body = await readBounded(answer, request.mostBytes ?? this.settings.mostBytes ?? MOST_BYTES);
      const empty = status === 204 || status === 205;
      return new Response(empty ? null : new Uint8Array(body), { status, headers: headersOf(answer) });
    } catch (error) {
      if (error instanceof OutboundError) throw error;
      throw new OutboundError(limit.aborted ? 'TIMEOUT' : 'UNREACHABLE', { cause: error });
    }
  }

  /** The same, shaped as `fetch`, for libraries that take one (OIDC). Streams are not taken as bodies. */
  readonly fetch = async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    const plain = new Request('http://unused.invalid', { ...init, redirect: 'manual', signal: null });
    const body = init.body ? Buffer.from(await plain.arrayBuffer()) : undefined;
    return this.request(address, {
      ...{ method: plain.method, headers: Object.fromEntries(plain.headers), body },
      ...(init.signal && { signal: init.signal }),
    });
  };

  private isAllowed(url: URL): boolean {
    return this.allowed.some((host) => host.matches(url));
  }

  private check(address: string, isAllowed: boolean): void {
    const reach = reachOf(address);
    if (reach === 'never' || (reach === 'inside' && !isAllowed)) throw new OutboundError('NOT_PUBLIC');
  }

  /** Every address of a name must pass: one that points inside is no accident. */
  private async resolve(url: URL): Promise<LookupAddress[]> {
    const host = hostOf(url);
    const family = isIP(host);
    if (family !== 0) return [{ address: host, family }];
    const found = await (this.settings.lookup ?? askNameService)(host).catch((cause: unknown) => {
      throw new OutboundError('NAME_UNKNOWN', { cause });
    });
    if (found.length === 0) throw new OutboundError('NAME_UNKNOWN');
    const isAllowed = this.isAllowed(url);
    for (const { address } of found) this.check(address, isAllowed);
    return found;
  }
}

const askNameService = (name: string): Promise<LookupAddress[]> =>
  new Promise((resolve, reject) => systemLookup(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found))));

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}

function send(url: URL, addresses: LookupAddress[], request: OutboundRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const [first] = addresses as [LookupAddress];
  const options: RequestOptions = {
    method: request.method ?? 'GET',
    headers: { accept: 'application/json', ...request.headers, 'accept-encoding': 'identity' },
    // The checked addresses and no others: a name that changes its mind between check and connection gains nothing.
    lookup: (_name, { all }, callback) => (all ? callback(null, addresses) : callback(null, first.address, first.family)),
    agent: false,
    signal,
  };
  return new Promise((resolve, reject) => {
    const make = url.protocol === 'https:' ? requestHttps : requestHttp;
    const outgoing: ClientRequest = make(url, options, resolve);
    outgoing.once('error', reject);
    outgoing.end(request.body);
  });
}

function abandoned(answer: IncomingMessage, reason: OutboundReason): OutboundError {
  answer.destroy();
  return new OutboundError(reason);
}

async function readBounded(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw abandoned(answer, 'TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) values?.forEach((value) => headers.append(name, value));
  return headers;
}
