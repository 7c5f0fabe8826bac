import { type Candidate, CandidateFinder, type CapabilityProfile, type DistilledScenario, ExhaustiveFinder, type Matcher, type ScenarioProfile } from '@mantianxing/matching';
import { type DocumentOf, type EntryKind, type SearchHealth, SearchIndex } from '@mantianxing/search';
import { TODAY } from './candidate-finder-fixture';

/** The truth behind the ports: everything held, every pair scored. */
export class ExhaustiveIndex extends SearchIndex {
  readonly held = { scenario: new Map<string, DocumentOf['scenario']>(), capability: new Map<string, DocumentOf['capability']>() };

  override async put<K extends EntryKind>(kind: K, documents: readonly DocumentOf[K][]): Promise<void> {
    const held = this.held[kind] as Map<string, DocumentOf[K]>;
    for (const document of documents) held.set(document.id, document);
  }

  override async remove(kind: EntryKind, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.held[kind].delete(id);
  }

  override async ready(): Promise<SearchHealth> {
    return { up: true, engine: 'exhaustive', note: '', stale: [] };
  }

  override async count(kind: EntryKind): Promise<number> {
    return this.held[kind].size;
  }

  override async listing(kind: EntryKind): Promise<Map<string, number>> {
    return new Map([...this.held[kind].values()].map(({ id, revision }) => [id, revision]));
  }

  override async revisionOf(kind: EntryKind, id: string): Promise<number | undefined> {
    return this.held[kind].get(id)?.revision;
  }
}

export class ExhaustiveOverIndex extends CandidateFinder {
  constructor(
    private readonly index: ExhaustiveIndex,
    private readonly matcher: Matcher,
  ) {
    super();
  }

  override capabilitiesFor(scenario: DistilledScenario, limit: number): Promise<Candidate[]> {
    return this.finder().capabilitiesFor(scenario, limit);
  }

  override scenariosFor(capability: CapabilityProfile, limit: number): Promise<Candidate[]> {
    return this.finder().scenariosFor(capability, limit);
  }

  private finder(): ExhaustiveFinder {
    const scenarios = [...this.index.held.scenario.values()].map(({ profile }): ScenarioProfile => profile);
    const capabilities = [...this.index.held.capability.values()].map(({ profile }) => profile);
    return new ExhaustiveFinder(this.matcher, scenarios.map((profile) => this.matcher.distil(profile)), capabilities, TODAY);
  }
}
