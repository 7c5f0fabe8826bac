import { EmbedderEndpoint, type EmbedderSettings } from './embedder-endpoint';

/** POST /api/embed, as Ollama 0.3 and later speak it. */
export class OllamaEmbedder extends EmbedderEndpoint {
  constructor(settings: EmbedderSettings) {
    super('ollama', '/api/embed', settings);
  }

  protected override bodyOf(texts: readonly string[]): object {
    const { model, dimensions } = this.settings;
    return { model, input: texts, ...(dimensions ? { dimensions } : {}) };
  }

  protected override vectorsOf(answer: unknown): unknown[] | undefined {
    const { embeddings } = (answer ?? {}) as { embeddings?: unknown };
    return Array.isArray(embeddings) ? embeddings : undefined;
  }
}
