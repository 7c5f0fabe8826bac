import { PermanentError, UnavailableError } from '@mantianxing/contracts';
import { readEnv } from '@mantianxing/platform';
import { startEmbeddingServer, type EmbeddingServer, type Mood } from '../../../../test/support/embedding-server';
import { cosineOf } from '../domain/likeness';
import { chooseEmbedder } from './choose-embedder';
import type { EmbedderSettings } from './embedder-endpoint';
import { OllamaEmbedder } from './ollama-embedder';
import { OpenAiEmbedder } from './openai-embedder';

let server: EmbeddingServer;
beforeEach(async () => {
  server = await startEmbeddingServer();
});
afterEach(() => server.close());

const settings = (more: Partial<EmbedderSettings> = {}): EmbedderSettings => ({ url: server.url, model: 'm', apiKey: '', restMs: 0, ...more });
const texts = Array.from({ length: 70 }, (_, index) => `第${index}项能力：${'停车烟火养老'.slice(index % 5)}${index * 7}`);

describe.each([
  ['OpenAI', OpenAiEmbedder, '/v1/embeddings'],
  ['Ollama', OllamaEmbedder, '/api/embed'],
] as const)('an embedder that speaks as %s', (_name, Endpoint, path) => {
  it('gives one vector of length 1 a text, in the order of the texts, 32 at most a request', async () => {
    server.mood = 'backwards';
    const embedder = new Endpoint(settings());
    const vectors = await embedder.embed(texts);
    expect(server.requests.map(({ body }) => body.input.length)).toEqual([32, 32, 6]);
    expect(server.requests.every((request) => request.path === path && request.body.model === 'm')).toBe(true);
    expect(vectors).toHaveLength(70);
    for (const place of [0, 31, 32, 69]) {
      const [alone] = await embedder.embed([texts[place] as string]);
      expect(vectors[place]).toEqual(alone);
    }
    expect(vectors.filter((vector) => Math.abs((cosineOf(vector, vector) ?? 0) - 1) > 1e-5)).toEqual([]);
  });

  it('sends its key as bearer token, and none where there is none', async () => {
    await new Endpoint(settings({ apiKey: 'k1' })).embed(['停车']);
    await new Endpoint(settings()).embed(['停车']);
    expect(server.requests.map(({ authorization }) => authorization)).toEqual(['Bearer k1', undefined]);
  });

  it('asks for the dimensions configured and refuses others', async () => {
    const embedder = new Endpoint(settings({ dimensions: 32 }));
    await expect(embedder.embed(['停车'])).rejects.toThrow('a vector of 64 dimensions, 32 wanted');
    server.dimensions = 32;
    expect((await embedder.embed(['停车']))[0]).toHaveLength(32);
    expect(server.requests[0]?.body.dimensions).toBe(32);
    expect(new Endpoint(settings()).space).not.toBe(embedder.space);
  });

  it.each<[Mood, string]>([
    [401, 'status 401'],
    [404, 'status 404'],
    [429, 'status 429'],
    [500, 'status 500'],
    [503, 'status 503'],
    ['hangs', 'TIMEOUT'],
    ['endless', 'TOO_LARGE'],
    ['redirects', 'REDIRECT'],
  ])('counts as away when the server says %s', async (mood, said) => {
    server.mood = mood;
    const failure = await new Endpoint(settings({ timeoutMs: mood === 'hangs' ? 100 : 10_000, apiKey: 'k1' })).embed(['停车']).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnavailableError);
    expect((failure as Error).message).toContain(said);
    expect((failure as Error).message).not.toContain('k1');
    expect(server.requests).toHaveLength(1);
  });

  it('says for good when the texts are refused', async () => {
    server.mood = 400;
    await expect(new Endpoint(settings()).embed(['停车'])).rejects.toBeInstanceOf(PermanentError);
  });

  it.each<[Mood, string]>([
    ['babbles', 'no vectors for 2 texts'],
    ['forgets one', '1 vectors for 2 texts'],
  ])('takes no answer that is none: %s', async (mood, said) => {
    server.mood = mood;
    await expect(new Endpoint(settings()).embed(['停车', '养老'])).rejects.toThrow(said);
  });

  it('rests after a failure instead of asking again at once, then goes on', async () => {
    server.mood = 500;
    const embedder = new Endpoint(settings({ restMs: 60_000 }));
    await expect(embedder.embed(['停车'])).rejects.toThrow('status 500');
    server.mood = 'well';
    await expect(embedder.embed(['停车'])).rejects.toBeInstanceOf(UnavailableError);
    expect(server.requests).toHaveLength(1);
    const hasty = new Endpoint(settings({ restMs: 0 }));
    server.mood = 500;
    await expect(hasty.embed(['停车'])).rejects.toThrow('status 500');
    server.mood = 'well';
    expect(await hasty.embed(['停车'])).toHaveLength(1);
  });
});

describe('the embedder of a configuration', () => {
  const given = { DATABASE_URL: 'postgres://x', SESSION_SECRET: 's'.repeat(32), INTERNAL_TOKEN_SECRET: 'i'.repeat(32) };
  const chosen = (more: Record<string, string>) => chooseEmbedder(readEnv({ ...given, ...more }));

  it('is none by default, and refuses to be asked', async () => {
    expect(chosen({}).space).toBe('');
    expect(chosen({ EMBEDDER_URL: '', EMBEDDER_KIND: '', EMBEDDER_DIMENSIONS: '', EMBEDDER_MODEL: 'm' }).space).toBe('');
    await expect(chosen({}).embed(['停车'])).rejects.toThrow('none is configured');
  });

  it('is named by protocol, model and dimensions', () => {
    const url = { EMBEDDER_URL: 'http://127.0.0.1:9', EMBEDDER_MODEL: 'bge-m3' };
    expect(chosen(url).space).toBe('openai:bge-m3');
    expect(chosen({ ...url, EMBEDDER_KIND: 'ollama', EMBEDDER_DIMENSIONS: '512' }).space).toBe('ollama:bge-m3:512');
  });

  it('is refused early without a model, with a file for address or an unknown protocol', () => {
    expect(() => chosen({ EMBEDDER_URL: 'http://127.0.0.1:9' })).toThrow('EMBEDDER_MODEL');
    expect(() => chosen({ EMBEDDER_URL: 'file:///etc/passwd', EMBEDDER_MODEL: 'm' })).toThrow('EMBEDDER_URL');
    expect(() => chosen({ EMBEDDER_URL: 'http://127.0.0.1:9', EMBEDDER_MODEL: 'm', EMBEDDER_KIND: 'x' })).toThrow('EMBEDDER_KIND');
  });

  it('finds the path whether or not its address ends with /v1', async () => {
    await new OpenAiEmbedder(settings({ url: `${server.url}/v1/` })).embed(['停车']);
    expect(server.requests[0]?.path).toBe('/v1/embeddings');
  });
});
