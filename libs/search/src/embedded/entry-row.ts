import { type Matcher, packVector } from '@mantianxing/matching';
import type { EntryKind } from '../documents/entry-kind';
import { barsLocal, entryVector } from '../entry-vector';
import { peopleEntry } from '../people/people-entry';
import type { DocumentOf } from '../search-index';
import { wordsLiteral } from './search-words';

/** One document as `jsonb_to_recordset` takes it; `vector` is base64. */
export interface EntryRow {
  id: string;
  revision: number;
  bars_local: boolean;
  vector: string;
  made_by: string;
  words: string;
  shown: Record<string, string>;
  sectors: string[];
  units: string[];
  type: string;
  status: string;
  published_at: string | null;
}

export function entryRow<K extends EntryKind>(kind: K, document: DocumentOf[K], matcher: Matcher): EntryRow {
  const { fields, sectors, units, type, status, publishedAt } = peopleEntry(kind, document);
  return {
    id: document.id,
    revision: document.revision,
    bars_local: barsLocal(kind, document.profile),
    vector: Buffer.from(packVector(entryVector(kind, document.profile, matcher))).toString('base64'),
    made_by: matcher.version,
    words: wordsLiteral(fields),
    shown: Object.fromEntries(fields.map(({ name, text }) => [name, text])),
    sectors,
    units,
    type,
    status,
    published_at: publishedAt === '' ? null : publishedAt,
  };
}
