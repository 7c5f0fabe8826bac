export const ORGANIZATION_KINDS = [
  'DEPARTMENT',
  'STATE_OWNED',
  'SUBDISTRICT',
  'MANAGEMENT_COMMITTEE',
  'KEY_INDUSTRY',
  'FIRM',
  'INTERMEDIARY',
  'OFFICE',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];
export type Side = 'DEMAND' | 'SUPPLY' | 'OFFICE';

/** 单位: whoever may stand on a side of the market, or runs it. */
export interface Organization {
  id: string;
  districtCode: string;
  kind: OrganizationKind;
  /** Kind of publisher as the policy names it; null where it publishes nothing. */
  publisherType: 'DEPARTMENT' | 'STATE_OWNED' | 'KEY_INDUSTRY' | null;
  name: string;
  aliases: string[];
  /** 统一社会信用代码; always there for a firm. */
  uscc: string | null;
  version: number;
  createdAt: Date;
}

export type FirmStatus =
  'UNCLAIMED' | 'CLAIMED' | 'VERIFIED' | 'CONTESTED' | 'SUSPENDED' | 'REFUSED' | 'CLOSED' | 'MERGED';

/** What is known of a firm. `isLocal` and `sizeBand` null: not known. */
export interface Firm {
  organizationId: string;
  status: FirmStatus;
  sizeBand: 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE' | null;
  isLocal: boolean | null;
  tags: string[];
  version: number;
}

/** An organisation as others read it: its sides, and what is known of it as a firm. */
export interface OrganizationRecord extends Organization {
  sides: Side[];
  firm: Firm | null;
}

/** What publishes scenarios, by kind (three publisher types of DOMAIN.md F01). */
export const PUBLISHER_TYPE_OF: Partial<Record<OrganizationKind, Organization['publisherType']>> = {
  DEPARTMENT: 'DEPARTMENT',
  SUBDISTRICT: 'DEPARTMENT',
  MANAGEMENT_COMMITTEE: 'DEPARTMENT',
  STATE_OWNED: 'STATE_OWNED',
  KEY_INDUSTRY: 'KEY_INDUSTRY',
};

/** The name two writings of one organisation share: half-width, no spaces, brackets alike. */
export const normalName = (name: string): string =>
  name.normalize('NFKC').replace(/\s/gu, '').replace(/[（(]/gu, '（').replace(/[）)]/gu, '）');
