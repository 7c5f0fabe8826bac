import { capabilityFieldText, LIST_SEPARATOR, scenarioFieldText } from '@mantianxing/matching';
import type { CapabilityDocument } from '../documents/capability.document';
import type { EntryKind } from '../documents/entry-kind';
import type { ScenarioDocument } from '../documents/scenario.document';
import type { DocumentOf } from '../search-index';

/** How much a hit in a field counts, A most; PostgreSQL's letters, and the order of Meilisearch's attributes. */
export type FieldWeight = 'A' | 'B' | 'C' | 'D';

export interface PeopleField {
  name: string;
  weight: FieldWeight;
  /** Verbatim; lists joined by `、`, as marks count. */
  text: string;
}

/** What people search in, and what they narrow it down by. */
export interface PeopleEntry {
  fields: PeopleField[];
  sectors: string[];
  units: string[];
  /** A capability's kind; empty for scenarios. */
  type: string;
  status: string;
  publishedAt: string;
}

export const PEOPLE_FIELDS: Record<EntryKind, readonly (readonly [name: string, weight: FieldWeight])[]> = {
  scenario: [
    ['title', 'A'], ['technologyTags', 'B'], ['sector', 'B'], ['organizationName', 'B'], ['need', 'C'], ['inScope', 'C'],
    ['background', 'D'], ['acceptance', 'D'],
  ],
  capability: [
    ['name', 'A'], ['technologyTags', 'B'], ['firmName', 'B'], ['sectors', 'B'], ['summary', 'C'], ['description', 'D'],
    ['adaptedPlatforms', 'D'], ['cases', 'D'],
  ],
};

export function peopleEntry<K extends EntryKind>(kind: K, document: DocumentOf[K]): PeopleEntry {
  const entry = kind === 'scenario' ? ofScenario(document as ScenarioDocument) : ofCapability(document as CapabilityDocument);
  const fields = PEOPLE_FIELDS[kind].map(([name, weight]) => ({ name, weight, text: entry.texts[name] ?? '' }));
  const { sectors, units, type } = entry;
  return { fields, sectors, units, type, status: document.status, publishedAt: document.publishedAt };
}

interface Sorted {
  texts: Record<string, string>;
  sectors: string[];
  units: string[];
  type: string;
}

function ofScenario({ profile, organizationName, units }: ScenarioDocument): Sorted {
  const { title, need, inScope, background, acceptance, sector } = profile;
  const technologyTags = scenarioFieldText(profile, 'technologyTags');
  return {
    texts: { title, technologyTags, sector, organizationName, need, inScope, background, acceptance },
    sectors: sector === '' ? [] : [sector],
    units,
    type: '',
  };
}

function ofCapability({ profile }: CapabilityDocument): Sorted {
  const { name, firmName, summary, description, sectors, adaptedPlatforms } = profile;
  return {
    texts: {
      name,
      firmName,
      summary,
      description,
      technologyTags: capabilityFieldText(profile, 'technologyTags'),
      cases: capabilityFieldText(profile, 'cases'),
      sectors: sectors.join(LIST_SEPARATOR),
      adaptedPlatforms: adaptedPlatforms.join(LIST_SEPARATOR),
    },
    sectors,
    units: [],
    type: profile.kind,
  };
}
