import type { PairingStatus } from './pairing-status';

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
  createdAt: Date;
  updatedAt: Date;
}

export interface PairingMember {
  pairingId: string;
  firmId: string;
  capabilityId: string;
  isLead: boolean;
}
