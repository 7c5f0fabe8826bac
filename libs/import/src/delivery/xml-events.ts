import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  /** `name` has lost its namespace prefix: some programs write <x:row> for <row>. */
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Streams one XML part through the handlers; a handler may stop early by returning false from `wanted`. */
export async function readXml(stream: Readable, handlers: XmlHandlers, wanted = (): boolean => true): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  const failure: { error?: Error } = {};
  parser.on('error', (error) => {
    failure.error ??= error;
  });
  parser.on('opentag', (tag) => handlers.open(local(tag.name), tag.attributes as Record<string, string>));
  parser.on('closetag', (tag) => handlers.close(local(tag.name)));
  if (handlers.text) parser.on('text', (text) => handlers.text?.(text));
  const decoder = new StringDecoder('utf8');
  for await (const chunk of stream) {
    parser.write(decoder.write(chunk as Buffer));
    if (failure.error) throw failure.error;
    if (!wanted()) return;
  }
  parser.close();
  if (failure.error) throw failure.error;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
