import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublishCapability, ReconfirmCapability, ResumeCapability } from '@mantianxing/capability';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

/** Listing an entry: for the first time, again after a pause, or as still right. */
@ApiTags('capabilities')
@Controller('api/capabilities')
export class PublishCapabilityController {
  constructor(
    private readonly publishCapability: PublishCapability,
    private readonly resumeCapability: ResumeCapability,
    private readonly reconfirmCapability: ReconfirmCapability,
  ) {}

  @Post(':id/publish')
  @Answers(contract.CapabilityView)
  @Refusals(401, 403, 404, 409, 422)
  publish(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.PublishCapability })
    { version, confirmNotDuplicate }: contract.PublishCapability,
  ): Promise<contract.CapabilityView> {
    return this.publishCapability.execute(actor, id, version, confirmNotDuplicate);
  }

  @Post(':id/resume')
  @Answers(contract.CapabilityView)
  @Refusals(401, 403, 404, 409, 422)
  resume(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.CapabilityView> {
    return this.resumeCapability.execute(actor, id, version);
  }

  @Post(':id/reconfirm')
  @Answers(contract.CapabilityView)
  @Refusals(401, 403, 404, 409, 422)
  reconfirm(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.CapabilityView> {
    return this.reconfirmCapability.execute(actor, id, version);
  }
}
