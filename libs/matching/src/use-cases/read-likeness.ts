import type { EmbeddedKind, EmbeddingShelf } from '../domain/embedding-shelf';
import { cosineOf, type Likeness } from '../domain/likeness';
import type { CapabilityProfile, ScenarioProfile } from '../domain/profile';
import { embeddingSource, type EntryProfiles } from './embed-entries';

/**
 * Cosines of pairs from stored vectors; the embedder itself is not asked, so that its absence never stops matching.
 * A vector counts only for the very text it was made of: after a change the pair is scored without, until it is remade.
 */
export class ReadLikeness {
  constructor(
    private readonly space: string,
    private readonly shelf: EmbeddingShelf,
  ) {}

  /** By scenario id. A scenario that has no vector, or no capability with one, is left out. */
  async between(scenarios: readonly ScenarioProfile[], capabilities: readonly CapabilityProfile[]): Promise<Map<string, Likeness>> {
    if (this.space === '') return new Map();
    const [wanted, offered] = [await this.vectorsOf('scenario', scenarios), await this.vectorsOf('capability', capabilities)];
    const found = new Map<string, Likeness>();
    for (const [id, vector] of wanted) {
      const cosines = new Map<string, number>();
      for (const [capabilityId, other] of offered) {
        const cosine = cosineOf(vector, other);
        if (cosine !== undefined) cosines.set(capabilityId, cosine);
      }
      if (cosines.size > 0) found.set(id, { space: this.space, cosines });
    }
    return found;
  }

  private async vectorsOf<K extends EmbeddedKind>(kind: K, profiles: readonly EntryProfiles[K][]): Promise<Map<string, Float32Array>> {
    const stored = await this.shelf.byIds(kind, this.space, profiles.map(({ id }) => id));
    const digests = new Map(profiles.map((profile) => [profile.id, embeddingSource(kind, profile).digest]));
    return new Map(stored.filter(({ id, digest }) => digests.get(id) === digest).map(({ id, vector }) => [id, vector]));
  }
}
