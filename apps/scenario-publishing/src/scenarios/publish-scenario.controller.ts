import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { PublishScenario } from '@mantianxing/scenario';
import { z } from 'zod';

/** Step 1 of the journey: the coordinator opens an approved entry to everybody. */
@ApiTags('scenarios')
@Controller('api/scenarios')
export class PublishScenarioController {
  constructor(private readonly publishScenario: PublishScenario) {}

  @Post(':id/publish')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  publish(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.ScenarioView> {
    return this.publishScenario.execute(actor, id, version);
  }
}
