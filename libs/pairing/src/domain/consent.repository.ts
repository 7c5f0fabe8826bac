import type { Consent, Introduction } from './consent';
import type { ConsentEvent } from './consent-status';

export type NewConsent = Pick<
  Consent,
  'districtCode' | 'pairingId' | 'scenarioId' | 'round' | 'organizationId' | 'side' | 'isLead' | 'askedAt' | 'remindAt'
> & { dueAt: Date };

export interface ConsentStep {
  event: ConsentEvent;
  actorAccountId: string | null;
  note: string;
  at: Date;
}

export interface NamedConsent extends Consent {
  organizationName: string;
  /** Empty while nobody has answered. */
  answeredByName: string;
}

/** Whoever reads: organizations of the reader, and whether as a matchmaker of the district. */
export interface ContactReader {
  organizationIds: readonly string[];
  asMatchmaker: boolean;
}

/** One open release with the person as they stand now; empty strings where nothing is known. */
export interface ReleasedContact {
  releaseId: string;
  organizationName: string;
  side: Consent['side'];
  name: string;
  post: string;
  phone: string;
  email: string;
  since: Date;
}

export abstract class ConsentRepository {
  /** Answers the ids, in the order given. Inside a transaction that holds the pairing's lock. */
  abstract ask(consents: readonly NewConsent[]): Promise<string[]>;
  abstract byId(id: string): Promise<Consent | null>;
  abstract ofRound(pairingId: string, round: number): Promise<Consent[]>;
  /** All rounds of these pairings, with names, the newest round first. */
  abstract ofPairings(pairingIds: readonly string[]): Promise<NamedConsent[]>;
  /** Pairings in which one of these organizations was asked, the last asked first. */
  abstract pairingsOf(organizationIds: readonly string[], limit: number): Promise<string[]>;
  /** Writes `changes` if the row still has `before`'s version and state; false when somebody was quicker. */
  abstract move(before: Consent, changes: Partial<Consent>, step: ConsentStep): Promise<boolean>;
  /** Unanswered and not yet reminded since `now`; oldest first. */
  abstract toRemind(now: Date, limit: number): Promise<Consent[]>;

  /** Pairings still asking whose answers stand at `now` and lead somewhere. */
  abstract toSettle(now: Date, limit: number): Promise<string[]>;

  /** Introduces a round whose every answer is yes, with releases to each other side and to matchmakers. Answers its id. */
  abstract introduce(pairingId: string, round: number, at: Date): Promise<string>;
  abstract introductionsOf(pairingIds: readonly string[]): Promise<Introduction[]>;
  /** Ends every release and closes the introduction; its id, or null where none was open. */
  abstract closeIntroduction(pairingId: string, step: { actorAccountId: string | null; note: string; at: Date }): Promise<string | null>;
  /** Pairings that ended before `moment` and whose contacts are still open. */
  abstract openAfterEnd(moment: Date, limit: number): Promise<string[]>;
  /** Of these pairings, the ones where this reader may read somebody's contact now. */
  abstract readable(pairingIds: readonly string[], reader: ContactReader): Promise<Set<string>>;
  /** Answers what may be read and writes one row per contact; inside a transaction. */
  abstract readContacts(pairingId: string, reader: ContactReader, accountId: string, at: Date): Promise<ReleasedContact[]>;
}
