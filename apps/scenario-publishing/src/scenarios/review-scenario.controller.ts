import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { ApproveScenario, ListIntake, ReturnScenario } from '@mantianxing/scenario';
import { z } from 'zod';

/** Staff check what departments hand in. */
@ApiTags('scenarios')
@Controller('api/scenarios')
export class ReviewScenarioController {
  constructor(
    private readonly listIntake: ListIntake,
    private readonly approveScenario: ApproveScenario,
    private readonly returnScenario: ReturnScenario,
  ) {}

  @Get('intake')
  @Answers(contract.ScenarioListView)
  @Refusals(401, 403)
  intake(@CurrentActor() actor: contract.Actor): Promise<contract.ScenarioListView> {
    return this.listIntake.execute(actor);
  }

  @Post(':id/approve')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  approve(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.ScenarioView> {
    return this.approveScenario.execute(actor, id, version);
  }

  @Post(':id/return')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  sendBack(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.ReturnScenario }) body: contract.ReturnScenario,
  ): Promise<contract.ScenarioView> {
    return this.returnScenario.execute(actor, id, body);
  }
}
