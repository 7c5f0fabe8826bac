import { Postings, type TermVector, unpackVector } from '@mantianxing/matching';
import type { EntryKind } from '../documents/entry-kind';
import type { ChangedEntry, EntryTable } from './entry-table';

const PAGE = 5000;

/** What a query reads: do it at once, the next catch-up changes it in place. */
export interface EntriesNow {
  postings: Postings;
  /** Ids that never meet the barred of the other side (local firms only). */
  barred: ReadonlySet<string>;
}

/**
 * One kind's postings in this process, loaded on first use and brought forward before each answer, so that every
 * process sees what any has written. Answers asked for while a poll waits share it; none reads an older one.
 */
export class LoadedEntries {
  private postings = new Postings();
  private barred = new Set<string>();
  private delivered = new Map<string, string>();
  private next: string | undefined;
  private epoch = 0;
  private tail: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | undefined;

  constructor(
    private readonly table: EntryTable,
    private readonly kind: EntryKind,
  ) {}

  /** @throws when PostgreSQL is away; the next call tries again. */
  async current(): Promise<EntriesNow> {
    if (!this.waiting) {
      const poll = this.tail.then(() => {
        this.waiting = undefined;
        return this.catchUp();
      });
      this.waiting = poll;
      this.tail = poll.catch(() => undefined);
    }
    await this.waiting;
    return { postings: this.postings, barred: this.barred };
  }

  private async catchUp(): Promise<void> {
    if (this.next === undefined) await this.load();
    const changes = await this.table.changesSince(this.kind, this.next as string);
    if (changes.epoch !== this.epoch) {
      this.next = undefined;
      return this.catchUp();
    }
    const delivered = new Map<string, string>();
    for (const entry of changes.entries) {
      delivered.set(entry.id, entry.rev);
      if (this.delivered.get(entry.id) !== entry.rev) this.take(entry);
    }
    this.delivered = delivered;
    this.next = changes.next;
  }

  /** Pages may be of different moments: whatever changed since `start` is delivered again by the next poll. */
  private async load(): Promise<void> {
    const start = await this.table.start();
    this.postings = new Postings();
    this.barred = new Set();
    this.delivered = new Map();
    const entries: [string, TermVector][] = [];
    for (let afterId = '', page: ChangedEntry[] | undefined; !page || page.length === PAGE; ) {
      page = await this.table.page(this.kind, afterId, PAGE);
      for (const { id, vector, bars_local } of page) {
        entries.push([id, unpackVector(vector)]);
        if (bars_local) this.barred.add(id);
      }
      afterId = page[page.length - 1]?.id ?? '';
    }
    this.postings.putAll(entries);
    this.next = start.next;
    this.epoch = start.epoch;
  }

  private take({ id, removed, bars_local, vector }: ChangedEntry): void {
    if (removed) this.postings.remove(id);
    else this.postings.put(id, unpackVector(vector));
    if (bars_local && !removed) this.barred.add(id);
    else this.barred.delete(id);
  }
}
