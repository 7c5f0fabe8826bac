import { EmbedderEndpoint, type EmbedderSettings } from './embedder-endpoint';

/** POST /v1/embeddings, as OpenAI, vLLM, Xinference, TEI and most gateways speak it; `url` with or without /v1. */
export class OpenAiEmbedder extends EmbedderEndpoint {
  constructor(settings: EmbedderSettings) {
    super('openai', '/v1/embeddings', { ...settings, url: settings.url.replace(/\/v1\/*$/, '') });
  }

  protected override bodyOf(texts: readonly string[]): object {
    const { model, dimensions } = this.settings;
    return { model, input: texts, encoding_format: 'float', ...(dimensions ? { dimensions } : {}) };
  }

  /** Each answer names the place of its text; their order is not promised. */
  protected override vectorsOf(answer: unknown): unknown[] | undefined {
    const { data } = (answer ?? {}) as { data?: unknown };
    if (!Array.isArray(data)) return undefined;
    const vectors: unknown[] = new Array(data.length);
    for (const one of data as ({ index?: unknown; embedding?: unknown } | null)[]) {
      const place = one?.index;
      if (typeof place !== 'number' || !(place in data) || vectors[place] !== undefined) return undefined;
      vectors[place] = one?.embedding;
    }
    return vectors;
  }
}
