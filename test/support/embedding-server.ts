import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked, as it came over the wire. */
export interface EmbeddingRequest {
  path: string;
  authorization: string | undefined;
  body: { model: string; input: string[]; dimensions?: number; encoding_format?: string };
}

/** How the server answers until told otherwise. */
export type Mood = 'well' | 'backwards' | 'hangs' | 'endless' | 'babbles' | 'forgets one' | 'redirects' | number;

export interface EmbeddingServer {
  url: string;
  requests: EmbeddingRequest[];
  mood: Mood;
  /** Length of the vectors it gives. */
  dimensions: number;
  close(): Promise<void>;
}

/**
 * A small embedder on loopback that speaks both protocols. Its model counts pairs of characters into buckets: texts
 * that share words point the same way, and the same text always gives the same vector. Vectors are not of length 1.
 */
export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const server = createServer((request, response) => void answer(request, response));
  const state: EmbeddingServer = {
    url: '', requests: [], mood: 'well', dimensions: 64,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as EmbeddingRequest['body'];
    state.requests.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
    const { mood } = state;
    if (mood === 'hangs') return;
    if (mood === 'redirects') return void response.writeHead(307, { location: `${state.url}/elsewhere` }).end();
    if (typeof mood === 'number') return void response.writeHead(mood).end('{"error":"no"}');
    response.writeHead(200, { 'content-type': 'application/json' });
    if (mood === 'babbles') return void response.end('{"hello":"world"}');
    if (mood === 'endless') return pour(response);
    const vectors = body.input.slice(mood === 'forgets one' ? 1 : 0).map((one) => bucketsOf(one, state.dimensions));
    response.end(JSON.stringify(request.url === '/api/embed' ? { model: body.model, embeddings: vectors } : openAiAnswer(vectors, mood)));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

function openAiAnswer(vectors: number[][], mood: Mood): object {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
  return { object: 'list', data: mood === 'backwards' ? data.reverse() : data };
}

/** Goes on until the other side hangs up. */
function pour(response: ServerResponse): void {
  const spaces = ' '.repeat(1 << 20);
  const more = (): void => {
    while (!response.destroyed && response.write(spaces));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

function bucketsOf(text: string, dimensions: number): number[] {
  const buckets: number[] = new Array<number>(dimensions).fill(0.1);
  for (let i = 0; i + 1 < text.length; i += 1) {
    const bucket = (text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) % dimensions;
    buckets[bucket] = (buckets[bucket] as number) + 1;
  }
  return buckets;
}
