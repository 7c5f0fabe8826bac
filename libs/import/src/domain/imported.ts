import type { ColumnReport, RowProblem } from './row-problem';

/** Where an entry stood in its file. */
export interface RowOrigin {
  sheet: string;
  row: number;
}

/** A qualification named in a sheet: `code` is one of contracts' QUALIFICATIONS or the words as written. */
export interface ImportedQualification {
  code: string;
  level: string;
  /** Day (`2027-06-30`) or empty. */
  validUntil: string;
}

/** One scenario of a sheet. Texts are verbatim, empty means not stated; money in fen, days as `2026-12-31`. */
export interface ImportedScenario extends RowOrigin {
  /** The sheet's own 编号, else empty. */
  ref: string;
  title: string;
  background: string;
  need: string;
  inScope: string;
  outOfScope: string;
  acceptance: string;
  sector: string;
  technologyTags: string[];
  resourcesOffered: string;
  requiredQualifications: ImportedQualification[];
  preferredQualifications: ImportedQualification[];
  requiredPlatforms: string[];
  localOnly: boolean;
  publisher: string;
  ownerUnit: string;
  leadUnits: string[];
  responsibleUnits: string[];
  contactName: string;
  contactPost: string;
  contactPhone: string;
  contactEmail: string;
  /** Code of FUNDING_SOURCE or empty; the words as written beside it. */
  fundingSource: string;
  fundingSourceText: string;
  fundingMinFen: number | null;
  fundingMaxFen: number | null;
  /** Code of FUNDING_STATUS or empty. */
  fundingStatus: string;
  fundingStatusText: string;
  deadline: string;
  /** Code of ENGAGEMENT_MODE, SOURCING_MODE, SCENARIO_LEVEL, LIST_TYPE, VISIBILITY, each or empty. */
  engagementMode: string;
  sourcingMode: string;
  level: string;
  listType: string;
  visibility: string;
  remarks: string;
}

/** One capability of a sheet, with what the sheet says of its firm. */
export interface ImportedCapability extends RowOrigin {
  ref: string;
  firmName: string;
  /** 18 characters with a right check digit, else empty. */
  uscc: string;
  /** Code of SIZE_BAND or empty. */
  firmSize: string;
  /** Null where the sheet does not say. */
  isLocal: boolean | null;
  registeredPlace: string;
  name: string;
  /** Code of CAPABILITY_KIND or empty. */
  kind: string;
  summary: string;
  description: string;
  sectors: string[];
  technologyTags: string[];
  qualifications: ImportedQualification[];
  adaptedPlatforms: string[];
  firstVersion: boolean;
  cases: string[];
  /** As written; only shown. */
  price: string;
  deliveryDays: number | null;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  updatedAt: string;
  remarks: string;
}

/** What reading a list gives: the entries that could be read, and everything a person should know about the rest. */
export interface ReadList<Entry> {
  /** The sheet or file name the entries came from. */
  sheet: string;
  rows: Entry[];
  problems: RowProblem[];
  columns: ColumnReport[];
  /** Rows under the header that are no entries (totals, notes, repeated headers). */
  leftOut: { row: number; reason: string; text: string }[];
}
