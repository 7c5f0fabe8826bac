import type { EntryKind } from '../documents/entry-kind';
import type { MatcherNow } from '../entry-vector';
import type { SynonymGroup } from '../people/synonyms';
import { type IndexRecipe, type IndexUse, liveName, recipes } from './index-names';
import type { MeiliClient } from './meili-client';

interface AboutIndex extends Record<string, string> {
  id: string;
  settingsHash: string;
  madeBy: string;
}

/** To be raised when documents are made in another way. */
const DOCUMENT_FORMAT = 1;

/**
 * The deployment's indexes and what they were made with, which stands in a small index of its own. Nothing is asked
 * of the engine before the first need, and again after a failure: it may be away when the process starts.
 */
export class MeiliSchema {
  readonly recipes: readonly IndexRecipe[];
  private readonly about: string;
  private prepared: Promise<void> | undefined;

  constructor(
    private readonly client: MeiliClient,
    private readonly matcher: MatcherNow,
    groups: readonly SynonymGroup[],
  ) {
    this.recipes = recipes(groups);
    this.about = `${client.prefix}about`;
  }

  liveName(use: IndexUse, kind: EntryKind): string {
    return liveName(this.client.prefix, use, kind);
  }

  recipesOf(kind: EntryKind): IndexRecipe[] {
    return this.recipes.filter((recipe) => recipe.kind === kind);
  }

  /** Creates what is missing and brings settings up to date, once. @throws while the engine is away */
  async prepare(): Promise<void> {
    this.prepared ??= this.ensureAll();
    try {
      await this.prepared;
    } catch (error) {
      this.prepared = undefined;
      throw error;
    }
  }

  /** To be called when an index turned out to be gone: the engine may have been emptied. */
  forget(): void {
    this.prepared = undefined;
  }

  /** Kinds whose documents were made by another matcher. */
  async staleKinds(): Promise<EntryKind[]> {
    const stale = new Set<EntryKind>();
    for (const recipe of this.recipes) {
      const known = await this.recorded(recipe);
      if (known && known.madeBy !== this.madeBy()) stale.add(recipe.kind);
    }
    return [...stale];
  }

  /** Names what documents are made with now. */
  madeBy(): string {
    return `${DOCUMENT_FORMAT}/${this.matcher().version}`;
  }

  async record(recipes: readonly IndexRecipe[], madeBy: string): Promise<void> {
    const known = recipes.map(({ use, kind, settingsHash }) => ({ id: `${kind}-${use}`, settingsHash, madeBy }));
    await this.client.done(this.client.api.index<AboutIndex>(this.about).addDocuments(known, { primaryKey: 'id' }));
  }

  private async ensureAll(): Promise<void> {
    await Promise.all(this.recipes.map((recipe) => this.ensure(recipe)));
  }

  private async ensure(recipe: IndexRecipe): Promise<void> {
    const uid = this.liveName(recipe.use, recipe.kind);
    const known = (await this.client.exists(uid)) ? await this.recorded(recipe) : { settingsHash: '', madeBy: this.madeBy() };
    if (known?.settingsHash === recipe.settingsHash) return;
    await this.client.shape(uid, recipe.settings);
    await this.record([recipe], known?.madeBy ?? '');
  }

  private recorded({ use, kind }: IndexRecipe): Promise<AboutIndex | undefined> {
    return this.client.orMissing(() => this.client.api.index<AboutIndex>(this.about).getDocument<AboutIndex>(`${kind}-${use}`));
  }
}
