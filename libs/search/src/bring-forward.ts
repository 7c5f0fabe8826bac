import type { EntryKind } from './documents/entry-kind';
import type { RebuildSource } from './index-rebuilder';
import type { DocumentOf, SearchIndex } from './search-index';

const MOST_ROUNDS = 20;
const AT_ONCE = 200;

/**
 * Writes entries as they are now. After each write they are read again, and written again where they have moved:
 * a writer that read an older state than another may have come last.
 * @throws when entries go on moving for 20 rounds.
 */
export async function bringForward<K extends EntryKind>(source: RebuildSource<K>, index: Pick<SearchIndex, 'put' | 'remove'>, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += AT_ONCE) await settle(source, index, ids.slice(i, i + AT_ONCE));
}

async function settle<K extends EntryKind>(source: RebuildSource<K>, index: Pick<SearchIndex, 'put' | 'remove'>, ids: string[]): Promise<void> {
  let pending = ids;
  let now = byId(await source.byIds(pending));
  for (let round = 0; pending.length > 0; round += 1) {
    if (round === MOST_ROUNDS) throw new Error(`${source.kind} entries keep changing: ${pending.slice(0, 3).join(', ')}`);
    const present = pending.flatMap((id) => now.get(id) ?? []);
    if (present.length > 0) await index.put(source.kind, present);
    const gone = pending.filter((id) => !now.has(id));
    if (gone.length > 0) await index.remove(source.kind, gone);
    const then = byId(await source.byIds(pending));
    const before = now;
    pending = pending.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(then.get(id)));
    now = then;
  }
}

function byId<D extends DocumentOf[EntryKind]>(documents: readonly D[]): Map<string, D> {
  return new Map(documents.map((document) => [document.id, document]));
}
