import type { ConsentStatus } from './consent-status';

export type Side = 'DEMAND' | 'SUPPLY';
export type AnsweredVia = 'INBOX' | 'LINK';

/** 征询: one organization asked in one round of a pairing. */
export interface Consent {
  id: string;
  districtCode: string;
  version: number;
  pairingId: string;
  scenarioId: string;
  round: number;
  organizationId: string;
  /** DEMAND: the unit whose scenario it is. SUPPLY: a member firm. */
  side: Side;
  /** The leading firm of a 联合体, or the only one. */
  isLead: boolean;
  status: ConsentStatus;
  ownerRole: string | null;
  askedAt: Date;
  remindAt: Date;
  remindedAt: Date | null;
  /** Last moment of the day until which an answer is wanted; null once none is. */
  dueAt: Date | null;
  answeredAt: Date | null;
  /** Account; this person is the contact the other side will see, unless the scenario names another. */
  answeredBy: string | null;
  answeredVia: AnsweredVia | null;
  /** Until then the answer can be taken back, and leads to nothing; null while there is none. */
  standsAt: Date | null;
  /** Given with a no, or with taking a yes back. */
  reason: string;
  revokedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** 引荐: both sides have agreed in this round. */
export interface Introduction {
  id: string;
  pairingId: string;
  round: number;
  version: number;
  status: 'RELEASED' | 'CLOSED';
  releasedAt: Date;
  closedAt: Date | null;
}

/** A no of these ends the pairing; any other member's leaves it to the matchmaker. */
export const endsAlone = ({ side, isLead }: Pick<Consent, 'side' | 'isLead'>): boolean => side === 'DEMAND' || isLead;

export const everyYes = (consents: readonly Pick<Consent, 'status'>[]): boolean =>
  consents.length > 1 && consents.every(({ status }) => status === 'AGREED');

/** Its answer can still be taken back, and leads to nothing yet. */
export const isHeld = ({ standsAt }: Pick<Consent, 'standsAt'>, now: Date): boolean => standsAt !== null && standsAt > now;

/** Until when an answer can be taken back; null where none is there, once it stands, and once the asking is over. */
export const changeableUntil = (pairing: { status: string }, consent: Pick<Consent, 'standsAt'>, now: Date): Date | null =>
  pairing.status === 'ASKING' && isHeld(consent, now) ? consent.standsAt : null;

/** Nobody can answer any more, and it came to neither an end nor an introduction: a member said no. */
export const isHopeless = (consents: readonly Pick<Consent, 'status'>[]): boolean =>
  consents.every(({ status }) => status !== 'ASKED') && consents.some(({ status }) => status !== 'AGREED');

/** Members that may be left out of the next round: firms that said no for good, or nothing, never the lead. */
export const mayLeaveOut = <T extends Consent>(consents: readonly T[], now: Date): T[] =>
  consents.filter((one) => !endsAlone(one) && ['DECLINED', 'EXPIRED', 'REVOKED'].includes(one.status) && !isHeld(one, now));

/** The consent somebody may answer: of the organization they name, or else of the first of theirs that still waits. */
export function ownAmong<T extends Consent>(consents: readonly T[], isTheirs: (one: T) => boolean, organizationId?: string): T | undefined {
  const own = consents.filter((one) => isTheirs(one) && (!organizationId || one.organizationId === organizationId));
  return own.find(({ status }) => status === 'ASKED') ?? own[0];
}
