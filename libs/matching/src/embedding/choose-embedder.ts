import type { Env } from '@mantianxing/platform';
import type { Embedder } from '../domain/embedder';
import { NoEmbedder } from './no-embedder';
import { OllamaEmbedder } from './ollama-embedder';
import { OpenAiEmbedder } from './openai-embedder';

/** By configuration alone; none where EMBEDDER_URL is not set. */
export function chooseEmbedder(
  env: Pick<Env, 'EMBEDDER_URL' | 'EMBEDDER_KIND' | 'EMBEDDER_MODEL' | 'EMBEDDER_API_KEY' | 'EMBEDDER_DIMENSIONS'>,
): Embedder {
  if (!env.EMBEDDER_URL) return new NoEmbedder();
  const Endpoint = env.EMBEDDER_KIND === 'ollama' ? OllamaEmbedder : OpenAiEmbedder;
  return new Endpoint({ url: env.EMBEDDER_URL, model: env.EMBEDDER_MODEL, apiKey: env.EMBEDDER_API_KEY, dimensions: env.EMBEDDER_DIMENSIONS });
}
