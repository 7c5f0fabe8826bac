import { Body, Controller, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { AmendScenario, CheckGate, CreateScenario, DiscardScenario } from '@mantianxing/scenario';
import { z } from 'zod';

/** Writing an entry, and asking what the gate would say of it. */
@ApiTags('scenarios')
@Controller('api/scenarios')
export class DraftScenarioController {
  constructor(
    private readonly createScenario: CreateScenario,
    private readonly amendScenario: AmendScenario,
    private readonly checkGate: CheckGate,
    private readonly discardScenario: DiscardScenario,
  ) {}

  @Post()
  @Answers(contract.ScenarioView, 201)
  @Refusals(401, 403, 422)
  create(
    @CurrentActor() actor: contract.Actor,
    @Body({ schema: contract.CreateScenario }) body: contract.CreateScenario,
  ): Promise<contract.ScenarioView> {
    return this.createScenario.execute(actor, body);
  }

  @Post('check')
  @Answers(contract.GateCheckView)
  @Refusals(401, 403, 422)
  check(
    @CurrentActor() actor: contract.Actor,
    @Query({ schema: contract.CheckQuery }) { entry }: contract.CheckQuery,
    @Body({ schema: contract.ScenarioContent }) body: contract.ScenarioContent,
  ): Promise<contract.GateCheckView> {
    return this.checkGate.execute(actor, body, entry);
  }

  @Put(':id')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  amend(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.AmendScenario }) body: contract.AmendScenario,
  ): Promise<contract.ScenarioView> {
    return this.amendScenario.execute(actor, id, body);
  }

  @Post(':id/discard')
  @Answers(contract.ScenarioView)
  @Refusals(401, 403, 404, 409, 422)
  discard(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.ScenarioView> {
    return this.discardScenario.execute(actor, id, version);
  }
}
