import type { PairingStatus } from './pairing-status';
import type { Parties } from './recusal';

/** 配对: people's work on one scenario and one or more firms, from approval to its end. */
export interface Pairing {
  id: string;
  districtCode: string;
  version: number;
  scenarioId: string;
  /** Sorted firm ids. */
  memberKey: string;
  status: PairingStatus;
  round: number;
  suggestionId: string | null;
  opening: number | null;
  matchmakerAccountId: string | null;
  nextAction: string | null;
  ownerRole: string | null;
  dueAt: Date | null;
  /** Why it was declined, dropped or closed; empty otherwise. */
  endReason: string;
  createdAt: Date;
  updatedAt: Date;
}

export interface PairingMember {
  pairingId: string;
  firmId: string;
  capabilityId: string;
  isLead: boolean;
  /** Set when the member was left out of later rounds. */
  leftAt: Date | null;
}

/** Sorted firm ids, each once: a firm may bring two capabilities. */
export const firmKeyOf = (members: readonly Pick<PairingMember, 'firmId'>[]): string =>
  [...new Set(members.map(({ firmId }) => firmId))].sort().join('+');

/** The parties, from what a row holds of them. */
export const partiesIn = ({ scenarioId, memberKey }: Pick<Pairing, 'scenarioId' | 'memberKey'>): Parties => ({ scenarioId, firmIds: memberKey.split('+') });
