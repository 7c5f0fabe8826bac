import type { CapabilityProfile } from '@mantianxing/matching';
import { NotForIndexing } from './entry-kind';
import { instant } from './scenario.document';

/** What an app knows of a capability when it hands it over; more fields do no harm, they are left behind. */
export interface CapabilityListing {
  profile: CapabilityProfile;
  revision: number;
  status: string;
  publishedAt: Date | string | null;
}

/** What both engines index of a capability: public words only, never a person, a phone or an address. */
export interface CapabilityDocument {
  id: string;
  revision: number;
  profile: CapabilityProfile;
  status: string;
  publishedAt: string;
}

export function isCapabilityForIndexing(listing: Pick<CapabilityListing, 'status'>): boolean {
  return listing.status === 'PUBLISHED';
}

/** Field by field, so that what a row holds besides cannot slip in. @throws NotForIndexing */
export function capabilityDocument(listing: CapabilityListing): CapabilityDocument {
  const { profile } = listing;
  if (!isCapabilityForIndexing(listing)) throw new NotForIndexing(`能力${profile.id}未发布`);
  return {
    id: profile.id,
    revision: listing.revision,
    profile: {
      id: profile.id,
      firmId: profile.firmId,
      firmName: profile.firmName,
      name: profile.name,
      kind: profile.kind,
      summary: profile.summary,
      description: profile.description,
      technologyTags: [...profile.technologyTags],
      sectors: [...profile.sectors],
      adaptedPlatforms: [...profile.adaptedPlatforms],
      cases: [...profile.cases],
      firstVersion: profile.firstVersion,
      qualifications: profile.qualifications.map(({ code, level, validUntil, verified }) => ({ code, level, validUntil, verified })),
      isLocal: profile.isLocal,
      sizeBand: profile.sizeBand,
      deliveryDays: profile.deliveryDays,
    },
    status: listing.status,
    publishedAt: instant(listing.publishedAt),
  };
}
