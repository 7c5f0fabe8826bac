import { type Matcher, normalise, packVector } from '@mantianxing/matching';
import type { EntryKind } from '../documents/entry-kind';
import { barsLocal, entryVector } from '../entry-vector';
import { peopleEntry } from '../people/people-entry';
import type { DocumentOf } from '../search-index';
import { tiersOf } from './term-tiers';
import type { IndexUse } from './index-names';

export interface MatchingRecord {
  id: string;
  revision: number;
  barsLocal: boolean;
  /** Base64 of the packed vector. */
  vector: string;
  [tier: string]: string | number | boolean;
}

export type MeiliRecord = MatchingRecord | Record<string, unknown>;

export function meiliRecord<K extends EntryKind>(use: IndexUse, kind: K, document: DocumentOf[K], matcher: Matcher): MeiliRecord {
  return use === 'matching' ? matchingRecord(kind, document, matcher) : peopleRecord(kind, document);
}

function matchingRecord<K extends EntryKind>(kind: K, document: DocumentOf[K], matcher: Matcher): MatchingRecord {
  const vector = entryVector(kind, document.profile, matcher);
  return {
    id: document.id,
    revision: document.revision,
    barsLocal: barsLocal(kind, document.profile),
    vector: Buffer.from(packVector(vector)).toString('base64'),
    ...tiersOf(vector),
  };
}

/** Searched in normalised words, since charabia cuts Traditional text to pieces; shown as written. */
function peopleRecord<K extends EntryKind>(kind: K, document: DocumentOf[K]): Record<string, unknown> {
  const { fields, sectors: sectorCodes, units, type, status, publishedAt } = peopleEntry(kind, document);
  const texts = fields.filter(({ text }) => text !== '');
  return {
    id: document.id,
    ...Object.fromEntries(texts.map(({ name, text }) => [name, normalise(text).text])),
    shown: Object.fromEntries(texts.map(({ name, text }) => [name, text])),
    sectorCodes,
    units,
    type,
    status,
    newest: publishedAt === '' ? 0 : Date.parse(publishedAt),
  };
}
