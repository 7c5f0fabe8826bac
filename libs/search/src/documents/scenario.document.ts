import type { ScenarioProfile } from '@mantianxing/matching';
import { NotForIndexing } from './entry-kind';

/** What an app knows of a scenario when it hands it over; more fields do no harm, they are left behind. */
export interface ScenarioListing {
  profile: ScenarioProfile;
  revision: number;
  status: string;
  listType: string;
  visibility: string;
  organizationName: string;
  ownerUnit: string;
  leadUnits: readonly string[];
  responsibleUnits: readonly string[];
  publishedAt: Date | string | null;
}

/** What both engines index of a scenario: public words only, never a person, a phone or an address. */
export interface ScenarioDocument {
  id: string;
  revision: number;
  profile: ScenarioProfile;
  status: string;
  organizationName: string;
  /** Everything the filter `unit` accepts, each once. */
  units: string[];
  /** ISO instant, or empty when not known. */
  publishedAt: string;
}

const LIVE = ['PUBLISHED', 'IN_TALKS'];

/** Published, public, and on the scenario list (DOMAIN.md: internal scenarios never appear in a search index). */
export function isScenarioForIndexing(listing: Pick<ScenarioListing, 'status' | 'listType' | 'visibility'>): boolean {
  return LIVE.includes(listing.status) && listing.visibility === 'PUBLIC' && listing.listType === 'SCENARIO';
}

/** Field by field, so that what a row holds besides (contacts, funding proof) cannot slip in. @throws NotForIndexing */
export function scenarioDocument(listing: ScenarioListing): ScenarioDocument {
  const { profile } = listing;
  if (!isScenarioForIndexing(listing)) throw new NotForIndexing(`场景${profile.id}未公开发布`);
  return {
    id: profile.id,
    revision: listing.revision,
    profile: {
      id: profile.id,
      title: profile.title,
      background: profile.background,
      need: profile.need,
      inScope: profile.inScope,
      outOfScope: profile.outOfScope,
      acceptance: profile.acceptance,
      sector: profile.sector,
      technologyTags: [...profile.technologyTags],
      requiredQualifications: profile.requiredQualifications.map(({ code, level }) => ({ code, level })),
      preferredQualifications: profile.preferredQualifications.map(({ code, level }) => ({ code, level })),
      requiredPlatforms: [...profile.requiredPlatforms],
      localOnly: profile.localOnly,
      deadline: profile.deadline,
    },
    status: listing.status,
    organizationName: listing.organizationName,
    units: unitsOf(listing),
    publishedAt: instant(listing.publishedAt),
  };
}

function unitsOf({ organizationName, ownerUnit, leadUnits, responsibleUnits }: ScenarioListing): string[] {
  return [...new Set([organizationName, ownerUnit, ...leadUnits, ...responsibleUnits].filter((unit) => unit !== ''))];
}

export function instant(at: Date | string | null): string {
  return at === null || at === '' ? '' : new Date(at).toISOString();
}
