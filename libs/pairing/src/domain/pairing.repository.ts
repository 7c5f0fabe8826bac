import type { Pairing, PairingMember } from './pairing';
import type { PairingEvent, PairingStatus } from './pairing-status';

export interface NewPairing {
  districtCode: string;
  scenarioId: string;
  suggestionId: string;
  opening: number;
  matchmakerAccountId: string;
  nextAction: string;
  dueAt: Date;
  members: Omit<PairingMember, 'pairingId'>[];
  at: Date;
}

export abstract class PairingRepository {
  /** Throws `ALREADY_PAIRED` when the same firms are already on this scenario. */
  abstract form(pairing: NewPairing): Promise<string>;
  abstract byId(id: string): Promise<Pairing | null>;
  abstract membersOf(id: string): Promise<PairingMember[]>;
  /** Oldest first, whatever their state. */
  abstract ofScenario(scenarioId: string): Promise<Pairing[]>;
  abstract ofSuggestion(suggestionId: string, opening: number): Promise<Pairing | null>;
  abstract askingOf(kind: 'scenario' | 'capability', subjectId: string): Promise<Pairing[]>;
  /** False when the row has moved on meanwhile. */
  abstract end(
    before: Pairing,
    to: PairingStatus,
    step: { event: PairingEvent; actorAccountId: string | null; note: string; at: Date },
  ): Promise<boolean>;
}
