import type { CAPABILITY_KIND } from '@mantianxing/contracts';
import type { CapabilityStatus } from './capability-status';

/** What a firm writes. Texts are empty until filled in. */
export interface CapabilityBody {
  kind: keyof typeof CAPABILITY_KIND;
  name: string;
  summary: string;
  description: string;
  technologyTags: string[];
  sectors: string[];
  adaptedPlatforms: string[];
  firstVersion: boolean;
  cases: string[];
  /** Working time to deliver, in days; null when not stated. */
  deliveryDays: number | null;
}

/** 能力, as its row stands. `version` locks the row, `revision` counts what has been listed. */
export interface Capability extends CapabilityBody {
  id: string;
  districtCode: string;
  version: number;
  revision: number;
  status: CapabilityStatus;
  firmId: string;
  /** Changes when something the scorer reads changes: own text, firm facts, qualifications. */
  matchDigest: string;
  confirmedAt: Date | null;
  publishedAt: Date | null;
  /** Role letter of whoever has to act next, and until when. */
  ownerRole: string | null;
  dueAt: Date | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A certificate of the firm. `validUntil` is a day (`2027-06-30`) or empty when not stated. */
export interface HeldQualification {
  code: string;
  level: string;
  issuer: string;
  validUntil: string;
  /** Checked by staff; otherwise the firm's own word. */
  verified: boolean;
}

/** What is known of the firm behind a capability. `isLocal` and `sizeBand` null: not known, never a no. */
export interface FirmFacts {
  firmName: string;
  firmStatus: string;
  firmVerified: boolean;
  isLocal: boolean | null;
  sizeBand: 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE' | null;
  /** Every certificate, expired ones included: see `countsOn`. */
  qualifications: HeldQualification[];
}

/** A capability with its firm: what other parts of the product read. */
export interface CapabilityRecord extends Capability, FirmFacts {}

/** Listed, and so open to matching. */
export const isCapabilityListed = (capability: Pick<Capability, 'status'>): boolean =>
  capability.status === 'PUBLISHED';

/** A certificate counts while `today` is not after its last day. */
export const countsOn = (qualification: Pick<HeldQualification, 'validUntil'>, today: string): boolean =>
  !qualification.validUntil || today <= qualification.validUntil;
