export type EmbeddedKind = 'scenario' | 'capability';

export interface StoredEmbedding {
  id: string;
  /** Of the entry the text was read from: an older one never replaces a newer one. */
  revision: number;
  /** Of the very text that was sent. */
  digest: string;
  vector: Float32Array;
}

/** Vectors beside the texts they were made of. Vectors of another space than the one asked for do not exist. */
export abstract class EmbeddingShelf {
  abstract put(kind: EmbeddedKind, space: string, embeddings: readonly StoredEmbedding[]): Promise<void>;
  /** Removing what is not there changes nothing. */
  abstract remove(kind: EmbeddedKind, ids: readonly string[]): Promise<void>;
  abstract byIds(kind: EmbeddedKind, space: string, ids: readonly string[]): Promise<StoredEmbedding[]>;
  /** The digests alone, by id. */
  abstract digests(kind: EmbeddedKind, space: string, ids: readonly string[]): Promise<Map<string, string>>;
  abstract count(kind: EmbeddedKind, space: string): Promise<number>;
}
