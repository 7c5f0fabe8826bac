import type { CapabilityBody, CapabilityRecord } from './capability';
import type { CapabilityStatus } from './capability-status';

/** What makes a capability this one. Firms repeat themselves in descriptions: name and summary tell most. */
export interface CapabilityText {
  head: string;
  body: string;
  names: readonly string[];
}

/** `firmNames`: the same text of another firm is the same text. */
export const comparedText = (
  { name, summary, description }: Pick<CapabilityBody, 'name' | 'summary' | 'description'>,
  firmNames: readonly string[] = [],
): CapabilityText => ({ head: `${name}\n${summary}`, body: description, names: firmNames });

/** Listed, or resting and able to come back: what an entry may be a duplicate of. Drafts are asked when published. */
export const LIVE_OR_RESTING: readonly CapabilityStatus[] = ['PUBLISHED', 'PAUSED', 'STALE'];

export interface LikenessFilter {
  districtCode: string;
  statuses: readonly CapabilityStatus[];
  /** An entry is not compared with itself. */
  besides?: string;
}

/** Finds capabilities of nearly the same text; needs nothing but the database. */
export abstract class SimilarCapabilities {
  /** Inside a unit of work: until it ends, whoever looks for duplicates in this district waits here. */
  abstract inTurn(districtCode: string): Promise<void>;

  /** At most 50 entries that may be like this text, likeliest first; the caller compares them. */
  abstract candidates(text: CapabilityText, filter: LikenessFilter): Promise<CapabilityRecord[]>;

  /** Makes rows without a signature findable, a few hundred at a time until told to stop; answers how many. */
  abstract signUnsigned(mayGoOn: () => boolean): Promise<number>;
}
