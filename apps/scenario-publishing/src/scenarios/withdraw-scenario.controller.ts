import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { RedraftScenario, ReopenScenario, WithdrawScenario } from '@mantianxing/scenario';
import { z } from 'zod';

/** Taking an entry off the list, and beginning anew with what was withdrawn or came to its end. */
@ApiTags('scenarios')
@Controller('api/scenarios')
export class WithdrawScenarioController {
  constructor(
    private readonly withdrawScenario: WithdrawScenario,
    private readonly redraftScenario: RedraftScenario,
    private readonly reopenScenario: ReopenScenario,
  ) {}

  @Post(':id/withdraw')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  withdraw(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionWithReason }) { version, reason }: contract.VersionWithReason,
  ): Promise<contract.ScenarioView> {
    return this.withdrawScenario.execute(actor, id, version, reason);
  }

  @Post(':id/redraft')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  redraft(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.ScenarioView> {
    return this.redraftScenario.execute(actor, id, version);
  }

  @Post(':id/reopen')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  reopen(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.ReopenScenario }) { version, deadline }: contract.ReopenScenario,
  ): Promise<contract.ScenarioView> {
    return this.reopenScenario.execute(actor, id, version, deadline);
  }
}
