import { createHash } from 'node:crypto';
import type { Embedder } from '../domain/embedder';
import type { EmbeddedKind, EmbeddingShelf } from '../domain/embedding-shelf';
import { capabilityEmbeddingText, scenarioEmbeddingText } from '../domain/embedding-text';
import type { CapabilityProfile, ScenarioProfile } from '../domain/profile';

export interface EntryProfiles {
  scenario: ScenarioProfile;
  capability: CapabilityProfile;
}

/** An entry that may be shown to everybody: no other text may go to an embedder. */
export interface EntryToEmbed<K extends EmbeddedKind> {
  profile: EntryProfiles[K];
  revision: number;
}

/** What would be sent of an entry, and its digest. */
export function embeddingSource<K extends EmbeddedKind>(kind: K, profile: EntryProfiles[K]): { text: string; digest: string } {
  const text = kind === 'scenario' ? scenarioEmbeddingText(profile as ScenarioProfile) : capabilityEmbeddingText(profile as CapabilityProfile);
  return { text, digest: createHash('sha256').update(text).digest('base64url') };
}

/** Makes vectors where the text or the model has changed, and leaves all others alone. */
export class EmbedEntries {
  constructor(
    private readonly embedder: Embedder,
    private readonly shelf: EmbeddingShelf,
  ) {}

  /** The ids whose vectors were made. Throws what `Embedder.embed` throws. */
  async execute<K extends EmbeddedKind>(kind: K, entries: readonly EntryToEmbed<K>[]): Promise<string[]> {
    const stale = await this.staleOf(kind, entries);
    if (stale.length === 0) return [];
    const vectors = await this.embedder.embed(stale.map(({ text }) => text));
    const made = stale.map(({ id, revision, digest }, index) => ({ id, revision, digest, vector: vectors[index] as Float32Array }));
    await this.shelf.put(kind, this.embedder.space, made);
    return made.map(({ id }) => id);
  }

  /** Entries whose vector is missing, of another text or of another model. Nothing is asked of the embedder. */
  async staleOf<K extends EmbeddedKind>(kind: K, entries: readonly EntryToEmbed<K>[]) {
    const known = await this.shelf.digests(kind, this.embedder.space, entries.map(({ profile }) => profile.id));
    return entries.flatMap(({ profile, revision }) => {
      const { text, digest } = embeddingSource(kind, profile);
      return text === '' || known.get(profile.id) === digest ? [] : [{ id: profile.id, revision, text, digest }];
    });
  }
}
