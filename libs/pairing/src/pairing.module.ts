import { Module } from '@nestjs/common';
import { DecisionLog } from './domain/decision-log';
import { PairingRepository } from './domain/pairing.repository';
import { SuggestionRepository } from './domain/suggestion.repository';
import { TypeormDecisionLog } from './persistence/typeorm-decision-log';
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
    { provide: DecisionLog, useClass: TypeormDecisionLog },
  ],
  exports: [...USE_CASES, DecisionLog],
})
export class PairingModule {}
