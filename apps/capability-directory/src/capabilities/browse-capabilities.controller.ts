import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  GetCapability,
  GetPublicCapability,
  ListOwnCapabilities,
  ListPublicCapabilities,
} from '@mantianxing/capability';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, ENV, Refusals, type Env } from '@mantianxing/platform';
import { z } from 'zod';

/** The public directory, a firm's own entries, and single entries. */
@ApiTags('capabilities')
@Controller('api/capabilities')
export class BrowseCapabilitiesController {
  constructor(
    private readonly listPublic: ListPublicCapabilities,
    private readonly listOwn: ListOwnCapabilities,
    private readonly getPublic: GetPublicCapability,
    private readonly getOwn: GetCapability,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Get()
  @Answers(contract.PublicCapabilityListView)
  @Refusals(422)
  list(
    @Query({ schema: contract.CapabilityListQuery }) query: contract.CapabilityListQuery,
  ): Promise<contract.PublicCapabilityListView> {
    return this.listPublic.execute(this.env.DISTRICT_CODE, query);
  }

  @Get('mine')
  @Answers(contract.CapabilityListView)
  @Refusals(401)
  mine(@CurrentActor() actor: contract.Actor): Promise<contract.CapabilityListView> {
    return this.listOwn.execute(actor);
  }

  @Get(':id')
  @Answers(contract.CapabilityView)
  @Refusals(401, 404, 422)
  one(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<contract.CapabilityView> {
    return this.getOwn.execute(actor, id);
  }

  @Get(':id/public')
  @Answers(contract.PublicCapabilityView)
  @Refusals(404, 422)
  publicOne(@Param('id', { schema: z.uuid() }) id: string): Promise<contract.PublicCapabilityView> {
    return this.getPublic.execute(id);
  }
}
