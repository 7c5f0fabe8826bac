import { createWriteStream, type WriteStream } from 'node:fs';

/** A file to stream into, and a promise that only ever rejects: the writer itself would wait for a full disk for ever. */
export function openSink(path: string): { sink: WriteStream; failed: Promise<never> } {
  const sink = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => sink.once('error', reject));
  failed.catch(() => undefined);
  return { sink, failed };
}
