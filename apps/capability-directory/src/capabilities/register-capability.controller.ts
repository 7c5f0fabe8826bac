import { Body, Controller, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CheckCapability,
  DiscardCapability,
  RegisterCapability,
  ReviseCapability,
} from '@mantianxing/capability';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

/** Writing an entry of the directory, and asking what it lacks and resembles. */
@ApiTags('capabilities')
@Controller('api/capabilities')
export class RegisterCapabilityController {
  constructor(
    private readonly registerCapability: RegisterCapability,
    private readonly reviseCapability: ReviseCapability,
    private readonly discardCapability: DiscardCapability,
    private readonly checkCapability: CheckCapability,
  ) {}

  @Post()
  @Answers(contract.CapabilityView, 201)
  @Refusals(401, 403, 422)
  register(
    @CurrentActor() actor: contract.Actor,
    @Body({ schema: contract.RegisterCapability }) body: contract.RegisterCapability,
  ): Promise<contract.CapabilityView> {
    return this.registerCapability.execute(actor, body);
  }

  @Post('check')
  @Answers(contract.CapabilityCheckView)
  @Refusals(401, 403, 422)
  check(
    @CurrentActor() actor: contract.Actor,
    @Query({ schema: contract.CheckQuery }) { entry }: contract.CheckQuery,
    @Body({ schema: contract.CapabilityContent }) body: contract.CapabilityContent,
  ): Promise<contract.CapabilityCheckView> {
    return this.checkCapability.execute(actor, body, entry);
  }

  @Put(':id')
  @Answers(contract.CapabilityView)
  @Refusals(401, 403, 404, 409, 422)
  revise(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.ReviseCapability }) body: contract.ReviseCapability,
  ): Promise<contract.CapabilityView> {
    return this.reviseCapability.execute(actor, id, body);
  }

  @Post(':id/discard')
  @Answers(contract.CapabilityView)
  @Refusals(401, 403, 404, 409, 422)
  discard(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.CapabilityView> {
    return this.discardCapability.execute(actor, id, version);
  }
}
