import type { EnqueuedTask } from 'meilisearch';
import { bringForward } from '../bring-forward';
import type { EntryKind } from '../documents/entry-kind';
import type { MatcherNow } from '../entry-vector';
import { IndexRebuilder, pagesOf, type RebuildReport, type RebuildSource } from '../index-rebuilder';
import type { SearchIndex } from '../search-index';
import { ChangeJournal } from './change-journal';
import { asideBegan, asideName, type IndexRecipe } from './index-names';
import type { MeiliClient } from './meili-client';
import { type MeiliRecord, meiliRecord } from './meili-documents';
import type { MeiliSchema } from './meili-schema';

interface Aside {
  recipe: IndexRecipe;
  live: string;
  aside: string;
}

/** The engine joins pages that wait into batches of its own; all of them may be one. */
const FILL_TIMEOUT_MS = 30 * 60 * 1000;
/** Rounds of catching up before the swap; what still moves then is brought forward after it. */
const ROUNDS = 5;
/** An aside index older than this was left behind by a process that died. */
const ABANDONED_MS = 6 * 60 * 60 * 1000;

/**
 * Fills indexes aside, checks their counts, swaps all of a kind in one atomic step and deletes the old ones. Writes
 * that other processes send to the live names meanwhile stand in the journal and are brought forward: onto the aside
 * indexes before the swap, and once more onto the live ones for those that came in between.
 */
export class MeiliIndexRebuilder extends IndexRebuilder {
  private readonly journal: ChangeJournal;

  constructor(
    private readonly client: MeiliClient,
    private readonly schema: MeiliSchema,
    private readonly index: SearchIndex,
    private readonly matcher: MatcherNow,
  ) {
    super();
    this.journal = new ChangeJournal(client);
  }

  override async rebuild<K extends EntryKind>(source: RebuildSource<K>): Promise<RebuildReport> {
    const began = performance.now();
    await this.schema.prepare();
    const madeBy = this.schema.madeBy();
    const asides = this.schema.recipesOf(source.kind).map((recipe): Aside => {
      const live = this.schema.liveName(recipe.use, recipe.kind);
      return { recipe, live, aside: asideName(live) };
    });
    await this.removeAbandoned(asides);
    const liveNames = asides.map(({ live }) => live);
    let head = await this.journal.head();
    const replayed = new Set<string>();
    try {
      await Promise.all(asides.map(({ aside, recipe }) => this.client.shape(aside, recipe.settings)));
      const written = await this.fill(source, asides);
      for (let round = 0; round < ROUNDS; round += 1) {
        const touched = await this.journal.touchedSince(head, liveNames);
        head = touched.head;
        if (touched.ids.size === 0) break;
        await bringForward(source, this.writerTo(asides), [...touched.ids]);
        for (const id of touched.ids) replayed.add(id);
      }
      await this.client.done(this.client.api.swapIndexes(asides.map(({ live, aside }) => ({ indexes: [live, aside], rename: false }))));
      const between = await this.journal.touchedSince(head, asides.flatMap(({ live, aside }) => [live, aside]));
      await bringForward(source, this.index, [...between.ids]);
      for (const id of between.ids) replayed.add(id);
      await this.schema.record(asides.map(({ recipe }) => recipe), madeBy);
      return { kind: source.kind, written, replayed: replayed.size, milliseconds: Math.round(performance.now() - began) };
    } finally {
      await this.drop(asides.map(({ aside }) => aside));
    }
  }

  /** @throws when an index does not hold as many entries as were sent. */
  private async fill<K extends EntryKind>(source: RebuildSource<K>, asides: readonly Aside[]): Promise<number> {
    let sent = 0;
    const tasks: EnqueuedTask[] = [];
    for await (const page of pagesOf(source)) {
      sent += page.length;
      for (const { aside, recipe } of asides) {
        const records = page.map((document) => meiliRecord(recipe.use, source.kind, document, this.matcher()));
        tasks.push(await this.client.api.index<MeiliRecord>(aside).addDocuments(records, { primaryKey: 'id' }));
      }
    }
    await this.client.through(tasks, FILL_TIMEOUT_MS);
    for (const { aside } of asides) {
      const { numberOfDocuments } = await this.client.api.index(aside).getStats();
      if (numberOfDocuments !== sent) throw new Error(`rebuild of ${aside}: ${numberOfDocuments} of ${sent} entries arrived`);
    }
    return sent;
  }

  private writerTo(asides: readonly Aside[]): Pick<SearchIndex, 'put' | 'remove'> {
    return {
      put: async (kind, documents) => {
        const tasks = asides.map(({ aside, recipe }) =>
          this.client.api
            .index<MeiliRecord>(aside)
            .addDocuments(documents.map((document) => meiliRecord(recipe.use, kind, document, this.matcher())), { primaryKey: 'id' }),
        );
        await this.client.done(...tasks);
      },
      remove: async (_kind, ids) => {
        await this.client.done(...asides.map(({ aside }) => this.client.api.index(aside).deleteDocuments([...ids])));
      },
    };
  }

  private async removeAbandoned(asides: readonly Aside[]): Promise<void> {
    const { results } = await this.client.api.getRawIndexes({ limit: 1000 });
    const old = results.filter(({ uid }) =>
      asides.some(({ live }) => {
        const began = asideBegan(live, uid);
        return began !== undefined && began < Date.now() - ABANDONED_MS;
      }),
    );
    await this.drop(old.map(({ uid }) => uid));
  }

  private async drop(uids: readonly string[]): Promise<void> {
    for (const uid of uids) await this.client.api.deleteIndexIfExists(uid).catch(() => undefined);
  }
}
