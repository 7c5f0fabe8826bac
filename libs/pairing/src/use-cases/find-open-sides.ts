import { Injectable } from '@nestjs/common';
import { SuggestionRepository } from '../domain/suggestion.repository';

/** Ids of the entries that something still open stands on. */
export interface OpenSides {
  scenarioIds: string[];
  capabilityIds: string[];
}

/** Which entries have open suggestions, and which have pairings still being asked: theirs must lapse when they leave. */
@Injectable()
export class FindOpenSides {
  constructor(private readonly suggestions: SuggestionRepository) {}

  ofSuggestions(): Promise<OpenSides> {
    return this.suggestions.openSides('suggestion');
  }

  /** Pairings formed before `before` whose present round nobody has been asked in. */
  unasked(before: Date): Promise<{ pairingId: string; round: number }[]> {
    return this.suggestions.unaskedPairings(before);
  }

  ofPairings(): Promise<OpenSides> {
    return this.suggestions.openSides('pairing');
  }
}
