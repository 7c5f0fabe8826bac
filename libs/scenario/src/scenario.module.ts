import { Module } from '@nestjs/common';
import { ScenarioReader } from './domain/scenario-reader';
import { ScenarioRepository } from './domain/scenario.repository';
import { SimilarScenarios } from './domain/similar-scenarios';
import { TypeormScenarioReader } from './persistence/typeorm-scenario.reader';
import { TypeormScenarioRepository } from './persistence/typeorm-scenario.repository';
import { TypeormSimilarScenarios } from './persistence/typeorm-similar-scenarios';
import { AmendScenario } from './use-cases/amend-scenario';
import { ApproveScenario } from './use-cases/approve-scenario';
import { CheckGate } from './use-cases/check-gate';
import { CreateScenario } from './use-cases/create-scenario';
import { DescribeScenarios } from './use-cases/describe-scenarios';
import { DiscardScenario } from './use-cases/discard-scenario';
import { GetPublicScenario } from './use-cases/get-public-scenario';
import { GetScenario } from './use-cases/get-scenario';
import { ListIntake } from './use-cases/list-intake';
import { ListOwnScenarios } from './use-cases/list-own-scenarios';
import { ListPublicScenarios } from './use-cases/list-public-scenarios';
import { PublishScenario } from './use-cases/publish-scenario';
import { RecallScenario } from './use-cases/recall-scenario';
import { RedraftScenario } from './use-cases/redraft-scenario';
import { ReopenScenario } from './use-cases/reopen-scenario';
import { ReturnScenario } from './use-cases/return-scenario';
import { ScenarioDuplicates } from './use-cases/scenario-duplicates';
import { ScenarioSteps } from './use-cases/scenario-steps';
import { ScenarioViews } from './use-cases/scenario-views';
import { SignScenarios } from './use-cases/sign-scenarios';
import { SubmitScenario } from './use-cases/submit-scenario';
import { TellDueScenarios } from './use-cases/tell-due-scenarios';
import { TrackScenario } from './use-cases/track-scenario';
import { WithdrawScenario } from './use-cases/withdraw-scenario';

const USE_CASES = [
  SignScenarios,
  CreateScenario,
  AmendScenario,
  SubmitScenario,
  RecallScenario,
  ReturnScenario,
  ReopenScenario,
  ApproveScenario,
  PublishScenario,
  WithdrawScenario,
  TrackScenario,
  TellDueScenarios,
  RedraftScenario,
  DiscardScenario,
  CheckGate,
  GetScenario,
  GetPublicScenario,
  ListOwnScenarios,
  ListIntake,
  ListPublicScenarios,
  DescribeScenarios,
];

/** Needs `DatabaseModule` (with `SCENARIO_ENTITIES`), `OutboxModule` and `PlatformModule` in the app. */
@Module({
  providers: [
    ...USE_CASES,
    ScenarioDuplicates,
    ScenarioSteps,
    ScenarioViews,
    { provide: ScenarioRepository, useClass: TypeormScenarioRepository },
    { provide: SimilarScenarios, useClass: TypeormSimilarScenarios },
    { provide: ScenarioReader, useClass: TypeormScenarioReader },
  ],
  exports: [...USE_CASES, ScenarioReader],
})
export class ScenarioModule {}
