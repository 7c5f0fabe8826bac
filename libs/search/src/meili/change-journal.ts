import type { Task } from 'meilisearch';
import type { MeiliClient } from './meili-client';

const PAGE = 500;
const NOTE = 'ids:';

/** Travels with a write's task and says which entries it touches. Ids hold no comma. */
export function journalNote(ids: readonly string[]): string {
  return `${NOTE}${ids.join(',')}`;
}

/**
 * The engine's own task list as a journal: every process's writes pass through it in order, so a rebuild learns
 * from it what changed meanwhile, and nothing else has to be kept.
 */
export class ChangeJournal {
  constructor(private readonly client: MeiliClient) {}

  /** The newest task's number; -1 on a new server. */
  async head(): Promise<number> {
    const { results } = await this.client.api.tasks.getTasks({ limit: 1 });
    return results[0]?.uid ?? -1;
  }

  /**
   * Entries written or removed by tasks after `after` in any of these indexes, whether or not the task is through.
   * A swap renames past tasks, too: after it, ask for both names.
   */
  async touchedSince(after: number, indexUids: string[]): Promise<{ ids: Set<string>; head: number }> {
    const ids = new Set<string>();
    let head = after;
    for (let from: number | null = after + 1; from !== null; ) {
      const { results, next } = await this.client.api.tasks.getTasks({
        from,
        reverse: true,
        limit: PAGE,
        indexUids,
        types: ['documentAdditionOrUpdate', 'documentDeletion'],
      });
      for (const task of results) {
        head = Math.max(head, task.uid);
        for (const id of idsOf(task)) ids.add(id);
      }
      from = next;
    }
    return { ids, head };
  }
}

function idsOf({ customMetadata }: Task): string[] {
  return customMetadata?.startsWith(NOTE) ? customMetadata.slice(NOTE.length).split(',').filter((id) => id !== '') : [];
}
