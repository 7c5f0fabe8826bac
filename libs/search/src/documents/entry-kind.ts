import { DomainError } from '@mantianxing/contracts';

/** The two sides of the directory; each is an index of its own. */
export type EntryKind = 'scenario' | 'capability';
export const ENTRY_KINDS: readonly EntryKind[] = ['scenario', 'capability'];

/** An entry that must not be found by anybody was about to be indexed: remove it instead. */
export class NotForIndexing extends DomainError {
  constructor(what: string) {
    super('NOT_FOR_INDEXING', 422, `不得进入检索索引：${what}`);
    this.name = 'NotForIndexing';
  }
}
