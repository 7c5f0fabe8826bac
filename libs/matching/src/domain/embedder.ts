/**
 * A language model that turns texts into vectors, by the operator's configuration; without one nothing is missing.
 * Adapters live in `embedding/`.
 */
export abstract class Embedder {
  /** Names the model: vectors of two spaces never compare. Empty: there is no embedder. */
  abstract readonly space: string;

  /**
   * One vector of length 1 a text, in the order of the texts; any number of texts.
   * @throws UnavailableError while it is away or refuses access; PermanentError where it refuses the texts;
   * Error where its answer is none.
   */
  abstract embed(texts: readonly string[]): Promise<Float32Array[]>;
}
