import { Embedder } from '../domain/embedder';

/** The default: nothing is sent anywhere, and scores are made of words and fields alone. */
export class NoEmbedder extends Embedder {
  override readonly space = '';

  override async embed(): Promise<Float32Array[]> {
    throw new Error('embedder: none is configured');
  }
}
