import { PermanentError, UnavailableError } from '@mantianxing/contracts';
import { OutboundError, OutboundGuard } from '@mantianxing/platform';
import { Embedder } from '../domain/embedder';
import { unitVector } from '../domain/likeness';

/** The operator's configuration; nothing a user enters ever reaches `url`. */
export interface EmbedderSettings {
  url: string;
  model: string;
  /** Sent as bearer token where set. */
  apiKey: string;
  /** Asked for and insisted on; otherwise whatever the model gives. */
  dimensions?: number;
  /** Milliseconds for one request and its whole answer. */
  timeoutMs?: number;
  /** Milliseconds in which nothing is asked after a failure: an endpoint that hangs must not hold workers up one by one. */
  restMs?: number;
}

const MOST_TEXTS = 32;
const TIMEOUT_MS = 10_000;
/** 32 vectors of 8,192 figures at 22 characters are 5.8 MB. */
const MOST_BYTES = 8_000_000;
const REST_MS = 15_000;
/** Refusals that the operator mends without the texts changing: key, path, model, load. */
const MENDED_OUTSIDE = new Set([401, 403, 404, 408, 429]);

/** One protocol over the guarded way out: batches, time limit, bounded answers, no redirects (a key goes nowhere else). */
export abstract class EmbedderEndpoint extends Embedder {
  override readonly space: string;
  private readonly guard: OutboundGuard;
  private restUntil = 0;

  constructor(
    kind: string,
    private readonly path: string,
    protected readonly settings: EmbedderSettings,
  ) {
    super();
    // The configured host is the operator's own word, wherever it stands.
    this.guard = new OutboundGuard({ allowedHosts: [new URL(settings.url).host], mostBytes: MOST_BYTES });
    this.space = `${kind}:${settings.model}${settings.dimensions ? `:${settings.dimensions}` : ''}`;
  }

  protected abstract bodyOf(texts: readonly string[]): object;
  /** The vectors in the order of the texts, as they came; undefined where the answer is none. */
  protected abstract vectorsOf(answer: unknown): unknown[] | undefined;

  override async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let i = 0; i < texts.length; i += MOST_TEXTS) vectors.push(...(await this.embedBatch(texts.slice(i, i + MOST_TEXTS))));
    return vectors;
  }

  private async embedBatch(texts: readonly string[]): Promise<Float32Array[]> {
    if (Date.now() < this.restUntil) throw new UnavailableError('embedder: resting after a failure');
    const answer = await this.ask(texts);
    const rows = this.vectorsOf(answer);
    if (rows?.length !== texts.length) throw new Error(`embedder: ${rows?.length ?? 'no'} vectors for ${texts.length} texts`);
    const wanted = this.settings.dimensions ?? (rows[0] as unknown[] | undefined)?.length;
    return rows.map((row) => this.checked(row, wanted));
  }

  private checked(row: unknown, wanted: number | undefined): Float32Array {
    if (!Array.isArray(row) || !row.every((value) => typeof value === 'number')) throw new Error('embedder: a vector is not a list of numbers');
    if (row.length !== wanted) throw new Error(`embedder: a vector of ${row.length} dimensions, ${wanted} wanted`);
    const vector = unitVector(row as number[]);
    if (!vector) throw new Error('embedder: a vector has no direction');
    return vector;
  }

  private async ask(texts: readonly string[]): Promise<unknown> {
    try {
      return JSON.parse(await this.post(JSON.stringify(this.bodyOf(texts))));
    } catch (error) {
      if (error instanceof PermanentError || error instanceof SyntaxError) throw error;
      this.restUntil = Date.now() + (this.settings.restMs ?? REST_MS);
      throw error instanceof UnavailableError ? error : new UnavailableError(`embedder: ${reasonOf(error)}`);
    }
  }

  private async post(body: string): Promise<string> {
    const { url, apiKey, timeoutMs = TIMEOUT_MS } = this.settings;
    const response = await this.guard.request(url.replace(/\/+$/, '') + this.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }) },
      ...{ body, timeoutMs },
    });
    if (response.ok) return response.text();
    if (response.status >= 500 || MENDED_OUTSIDE.has(response.status)) throw new UnavailableError(`embedder: status ${response.status}`);
    throw new PermanentError(`embedder: refuses the texts with status ${response.status}`);
  }
}

/** A way out that is refused says so by its stable reason; what lies beneath is for the log. */
function reasonOf(error: unknown): string {
  if (!(error instanceof OutboundError)) return (error as Error).message;
  const { reason, cause } = error;
  return cause instanceof Error ? `${reason} (${cause.message})` : reason;
}
