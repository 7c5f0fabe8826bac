import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, ENV, Refusals, type Env } from '@mantianxing/platform';
import { GetPublicScenario, GetScenario, ListOwnScenarios, ListPublicScenarios } from '@mantianxing/scenario';
import { z } from 'zod';

/** The public list, a unit's own list, and single entries. */
@ApiTags('scenarios')
@Controller('api/scenarios')
export class BrowseScenariosController {
  constructor(
    private readonly listPublic: ListPublicScenarios,
    private readonly listOwn: ListOwnScenarios,
    private readonly getPublic: GetPublicScenario,
    private readonly getOwn: GetScenario,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Get()
  @Answers(contract.PublicScenarioListView)
  @Refusals(422)
  list(
    @Query({ schema: contract.ScenarioListQuery }) query: contract.ScenarioListQuery,
  ): Promise<contract.PublicScenarioListView> {
    return this.listPublic.execute(this.env.DISTRICT_CODE, query);
  }

  @Get('mine')
  @Answers(contract.ScenarioListView)
  @Refusals(401)
  mine(@CurrentActor() actor: contract.Actor): Promise<contract.ScenarioListView> {
    return this.listOwn.execute(actor);
  }

  @Get(':id')
  @Answers(contract.ScenarioView)
  @Refusals(401, 404, 422)
  one(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<contract.ScenarioView> {
    return this.getOwn.execute(actor, id);
  }

  @Get(':id/public')
  @Answers(contract.PublicScenarioView)
  @Refusals(404, 422)
  publicOne(@Param('id', { schema: z.uuid() }) id: string): Promise<contract.PublicScenarioView> {
    return this.getPublic.execute(id);
  }
}
