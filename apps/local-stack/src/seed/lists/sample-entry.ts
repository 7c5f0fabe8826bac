import type {
  CapabilityContent,
  PUBLISHER_TYPE,
  QUALIFICATIONS,
  ScenarioContent,
  SIZE_BAND,
} from '@mantianxing/contracts';

/** 发布单位. `uscc` is given for enterprises only; offices of the district are known by name. */
export interface SampleUnit {
  key: string;
  name: string;
  kind: 'DEPARTMENT' | 'STATE_OWNED' | 'SUBDISTRICT' | 'MANAGEMENT_COMMITTEE' | 'KEY_INDUSTRY';
  publisherType: keyof typeof PUBLISHER_TYPE;
  aliases: string[];
  uscc?: string;
}

/** `validUntil` is a day in Asia/Shanghai; the certificate still counts on that day. */
export interface SampleQualification {
  code: keyof typeof QUALIFICATIONS;
  /** Empty where the type has no levels. */
  level: string;
  issuer: string;
  validUntil: string;
  verified: boolean;
}

export interface SampleContact {
  name: string;
  post: string;
  phone: string;
  email: string;
}

export interface SampleFirm {
  key: string;
  name: string;
  uscc: string;
  sizeBand: keyof typeof SIZE_BAND;
  isLocal: boolean;
  tags: string[];
  qualifications: SampleQualification[];
  contact: SampleContact;
}

export interface SampleScenario {
  key: string;
  /** Key of the publishing unit. */
  unit: string;
  content: ScenarioContent;
}

export interface SampleCapability {
  key: string;
  /** Key of the firm that offers it. */
  firm: string;
  content: CapabilityContent;
}

/**
 * How well one capability answers one scenario, by substance alone (not by qualification or place):
 * 3 answers the need directly, 2 an important part of it, 1 related and could take part.
 * A pair that is not listed is 0.
 */
export interface SampleJudgement {
  scenario: string;
  capability: string;
  grade: 1 | 2 | 3;
}
