import { Module } from '@nestjs/common';
import { PairingRepository } from './domain/pairing.repository';
import { SuggestionRepository } from './domain/suggestion.repository';
import { TypeormPairingRepository } from './persistence/typeorm-pairing.repository';
import { TypeormSuggestionRepository } from './persistence/typeorm-suggestion.repository';
import { LapsePairings } from './use-cases/lapse-pairings';
import { LapseSuggestions } from './use-cases/lapse-suggestions';
import { ProposePairings } from './use-cases/propose-pairings';
import { ReadPairings } from './use-cases/read-pairings';
import { ReadSuggestions } from './use-cases/read-suggestions';
import { ReviewSuggestion } from './use-cases/review-suggestion';
import { UndoDecision } from './use-cases/undo-decision';

const USE_CASES = [
  ProposePairings,
  ReviewSuggestion,
  UndoDecision,
  LapseSuggestions,
  LapsePairings,
  ReadSuggestions,
  ReadPairings,
];

/** Needs `DatabaseModule` (with `PAIRING_ENTITIES`), `OutboxModule` and `PlatformModule` in the app. */
@Module({
  providers: [
    ...USE_CASES,
    { provide: SuggestionRepository, useClass: TypeormSuggestionRepository },
    { provide: PairingRepository, useClass: TypeormPairingRepository },
  ],
  exports: USE_CASES,
})
export class PairingModule {}
