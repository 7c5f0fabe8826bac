import type { Jieba } from '@node-rs/jieba';
import { Segmenter, type WordKind } from '../domain/segmenter';

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

  override kindOf(word: string): WordKind {
    const known = this.kinds.get(word);
    if (known) return known;
    const kind = kindOfTag(jieba().tag(word, false));
    this.kinds.set(word, kind);
    return kind;
  }

  private readonly kinds = new Map<string, WordKind>();
}

/** Tags of the dictionary (ICTCLAS): a word in several pieces is one it does not know. */
function kindOfTag(pieces: { tag: string }[]): WordKind {
  const tag = pieces.length === 1 ? (pieces[0]?.tag ?? 'n') : 'n';
  if (/^(?:n|vn|an|eng|j|l|i|x|g)/.test(tag)) return 'THING';
  return tag.startsWith('v') ? 'ACTION' : 'OTHER';
}
