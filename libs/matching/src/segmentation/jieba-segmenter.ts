import type { Jieba } from '@node-rs/jieba';
import { Segmenter } from '../domain/segmenter';

let loaded: Jieba | undefined;

/** The dictionary takes about 0.2 s to load, so it waits for the first text; one serves the whole process. */
function jieba(): Jieba {
  if (!loaded) {
    const { Jieba: Constructor } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = require('@node-rs/jieba/dict') as typeof import('@node-rs/jieba/dict');
    loaded = Constructor.withDict(dict);
  }
  return loaded;
}

/** Dictionary words only: guessing new words (HMM) makes one word fall differently in two sentences. */
export class JiebaSegmenter extends Segmenter {
  override cut(text: string): string[] {
    return text === '' ? [] : jieba().cut(text, false);
  }
}
