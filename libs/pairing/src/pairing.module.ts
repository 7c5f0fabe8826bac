import { Module } from '@nestjs/common';
import { ConsentRepository } from './domain/consent.repository';
import { DecisionLog } from './domain/decision-log';
import { PairingRepository } from './domain/pairing.repository';
import { RecusalRepository } from './domain/recusal';
import { SuggestionRepository } from './domain/suggestion.repository';
import { TypeormConsentRepository } from './persistence/typeorm-consent.repository';
import { TypeormDecisionLog } from './persistence/typeorm-decision-log';
import { TypeormPairingRepository } from './persistence/typeorm-pairing.repository';
import { TypeormRecusalRepository } from './persistence/typeorm-recusal.repository';
import { TypeormSuggestionRepository } from './persistence/typeorm-suggestion.repository';
import { AnswerConsent } from './use-cases/answer-consent';
import { AskAgain } from './use-cases/ask-again';
import { AskConsents } from './use-cases/ask-consents';
import { ChangeMembers } from './use-cases/change-members';
import { ConsentSteps } from './use-cases/consent-steps';
import { DeclareRecusal } from './use-cases/declare-recusal';
import { EndRecusal } from './use-cases/end-recusal';
import { FindOpenSides } from './use-cases/find-open-sides';
import { HoldSteps } from './use-cases/hold-steps';
import { HoldSuggestions } from './use-cases/hold-suggestions';
import { LapsePairings } from './use-cases/lapse-pairings';
import { LapseSuggestions } from './use-cases/lapse-suggestions';
import { OwnConsent } from './use-cases/own-consent';
import { ProposePairings } from './use-cases/propose-pairings';
import { ReadConsents } from './use-cases/read-consents';
import { ReadContacts } from './use-cases/read-contacts';
import { ReadPairings } from './use-cases/read-pairings';
import { ReadSuggestions } from './use-cases/read-suggestions';
import { ReopenSuggestion } from './use-cases/reopen-suggestion';
import { ReviewSuggestion } from './use-cases/review-suggestion';
import { Recusals } from './use-cases/recusals';
import { RevokeConsent } from './use-cases/revoke-consent';
import { SettleAnswers } from './use-cases/settle-answers';
import { SteerPairing } from './use-cases/steer-pairing';
import { SweepConsents } from './use-cases/sweep-consents';
import { TakeBackAnswer } from './use-cases/take-back-answer';
import { TellDuePairings } from './use-cases/tell-due-pairings';
import { TellDueSuggestions } from './use-cases/tell-due-suggestions';
import { TellReviewers } from './use-cases/tell-reviewers';
import { UndoDecision } from './use-cases/undo-decision';

const USE_CASES = [
  ProposePairings,
  ReviewSuggestion,
  ReopenSuggestion,
  UndoDecision,
  HoldSuggestions,
  DeclareRecusal,
  EndRecusal,
  Recusals,
  LapseSuggestions,
  LapsePairings,
  FindOpenSides,
  ReadSuggestions,
  ReadPairings,
  AskConsents,
  AnswerConsent,
  TakeBackAnswer,
  SettleAnswers,
  RevokeConsent,
  SteerPairing,
  ChangeMembers,
  SweepConsents,
  TellDuePairings,
  TellDueSuggestions,
  ReadConsents,
  ReadContacts,
];

/** Needs `DatabaseModule` (with `PAIRING_ENTITIES`), `OutboxModule` and `PlatformModule` in the app. */
@Module({
  providers: [
    ...USE_CASES,
    ConsentSteps,
    OwnConsent,
    AskAgain,
    TellReviewers,
    HoldSteps,
    { provide: ConsentRepository, useClass: TypeormConsentRepository },
    { provide: SuggestionRepository, useClass: TypeormSuggestionRepository },
    { provide: RecusalRepository, useClass: TypeormRecusalRepository },
    { provide: PairingRepository, useClass: TypeormPairingRepository },
    { provide: DecisionLog, useClass: TypeormDecisionLog },
  ],
  exports: [...USE_CASES, DecisionLog],
})
export class PairingModule {}
