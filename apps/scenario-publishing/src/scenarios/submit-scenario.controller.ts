import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { RecallScenario, SubmitScenario } from '@mantianxing/scenario';
import { z } from 'zod';

/** The department hands an entry to staff, or takes it back. */
@ApiTags('scenarios')
@Controller('api/scenarios')
export class SubmitScenarioController {
  constructor(
    private readonly submitScenario: SubmitScenario,
    private readonly recallScenario: RecallScenario,
  ) {}

  @Post(':id/submit')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  submit(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.SubmitScenario })
    { version, confirmNotDuplicate }: contract.SubmitScenario,
  ): Promise<contract.ScenarioView> {
    return this.submitScenario.execute(actor, id, version, confirmNotDuplicate);
  }

  @Post(':id/recall')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  recall(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.ScenarioView> {
    return this.recallScenario.execute(actor, id, version);
  }
}
