import type { ScenarioBody, ScenarioRecord } from './scenario';
import type { ScenarioStatus } from './scenario-status';

/** What makes a scenario this one: what is wanted and within which bounds, whoever wants it. */
export interface ScenarioText {
  head: string;
  body: string;
  /** Units named as owner, lead or responsible: the same need of another unit is the same text. */
  names: readonly string[];
}

export type TextFields = Pick<
  ScenarioBody,
  'title' | 'need' | 'inScope' | 'ownerUnit' | 'leadUnits' | 'responsibleUnits'
>;

export const comparedText = (scenario: TextFields): ScenarioText => ({
  head: '',
  body: [scenario.title, scenario.need, scenario.inScope].join('\n'),
  names: [scenario.ownerUnit, ...scenario.leadUnits, ...scenario.responsibleUnits].filter(Boolean),
});

/** Handed in and not at an end: what an entry may be a duplicate of. Drafts are asked when they are handed in. */
export const LIVE_OR_PENDING: readonly ScenarioStatus[] = [
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'PUBLISHED',
  'IN_TALKS',
];

export interface LikenessFilter {
  districtCode: string;
  statuses: readonly ScenarioStatus[];
  /** An entry is not compared with itself. */
  besides?: string;
}

/** Finds scenarios of nearly the same text; needs nothing but the database. */
export abstract class SimilarScenarios {
  /** Inside a unit of work: until it ends, whoever looks for duplicates in this district waits here. */
  abstract inTurn(districtCode: string): Promise<void>;

  /** At most 50 entries that may be like this text, likeliest first; the caller compares them. */
  abstract candidates(text: ScenarioText, filter: LikenessFilter): Promise<ScenarioRecord[]>;

  /** Makes rows without a signature findable, a few hundred at a time until told to stop; answers how many. */
  abstract signUnsigned(mayGoOn: () => boolean): Promise<number>;
}
