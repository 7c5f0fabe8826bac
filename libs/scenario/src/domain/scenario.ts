import type {
  ENGAGEMENT_MODE,
  FUNDING_SOURCE,
  FUNDING_STATUS,
  LIST_TYPE,
  SCENARIO_LEVEL,
  SOURCING_MODE,
  VISIBILITY,
} from '@mantianxing/contracts';
import type { ScenarioStatus } from './scenario-status';

/** A qualification asked for; `level` is empty where any level will do. */
export interface AskedQualification {
  code: string;
  level: string;
}

/** What a publisher writes. Texts are empty and choices null until filled in. */
export interface ScenarioBody {
  listType: keyof typeof LIST_TYPE;
  visibility: keyof typeof VISIBILITY;
  sourcingMode: keyof typeof SOURCING_MODE;
  engagementMode: keyof typeof ENGAGEMENT_MODE;
  level: keyof typeof SCENARIO_LEVEL;
  sourceRef: string;
  title: string;
  background: string;
  need: string;
  inScope: string;
  outOfScope: string;
  acceptance: string;
  sector: string;
  technologyTags: string[];
  resourcesOffered: string;
  requiredQualifications: AskedQualification[];
  preferredQualifications: AskedQualification[];
  requiredPlatforms: string[];
  localOnly: boolean;
  ownerUnit: string;
  leadUnits: string[];
  responsibleUnits: string[];
  officeContact: string;
  fundingSource: keyof typeof FUNDING_SOURCE | null;
  /** Lower and upper end of the amount, in fen. */
  fundingMinFen: number | null;
  fundingMaxFen: number | null;
  fundingStatus: keyof typeof FUNDING_STATUS | null;
  fundingProof: string;
  /** Day in Asia/Shanghai, `2026-12-31`. */
  deadline: string | null;
  secrecyDeclared: boolean;
}

/** The named person of the owner unit. Stored in `account.person` and nowhere else. */
export interface ContactPerson {
  name: string;
  post: string;
  phone: string;
  email: string;
}

export interface Demand {
  field: string;
  message: string;
}

/** 应用场景, as its row stands. `version` locks the row, `revision` counts the published contents. */
export interface Scenario extends ScenarioBody {
  id: string;
  districtCode: string;
  version: number;
  revision: number;
  status: ScenarioStatus;
  organizationId: string;
  contactPersonId: string | null;
  /** The revision whose gate has been checked; equals `revision` while published. */
  gateRevision: number | null;
  /** Changes when something the scorer reads changes. */
  matchDigest: string;
  returnReasons: Demand[];
  withdrawnReason: string | null;
  publishedAt: Date | null;
  /** Since its deadline has passed: nothing new begins, what was begun goes on. */
  shutAt: Date | null;
  /** Role letter of whoever has to act next, and until when. */
  ownerRole: string | null;
  dueAt: Date | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A scenario with the name of its organisation: what other parts of the product read. */
export interface ScenarioRecord extends Scenario {
  organizationName: string;
}

/** Published and not at an end: its unit may change it, and what was begun goes on. */
export const isScenarioLive = (scenario: Pick<Scenario, 'status'>): boolean =>
  scenario.status === 'PUBLISHED' || scenario.status === 'IN_TALKS';

/** Open to matching and to new pairings. */
export const isScenarioOpen = (scenario: Pick<Scenario, 'status' | 'shutAt'>): boolean => isScenarioLive(scenario) && scenario.shutAt === null;

/** May stand in public answers and in the search index: open, and never an internal one. */
export const isScenarioListed = (scenario: Pick<Scenario, 'status' | 'shutAt' | 'visibility' | 'listType'>): boolean =>
  isScenarioOpen(scenario) && scenario.visibility === 'PUBLIC' && scenario.listType === 'SCENARIO';
