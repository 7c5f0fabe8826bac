import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PauseCapability, RetireCapability } from '@mantianxing/capability';
import * as contract from '@mantianxing/contracts';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

/** Taking an entry off the list, for a while or for good. */
@ApiTags('capabilities')
@Controller('api/capabilities')
export class RetireCapabilityController {
  constructor(
    private readonly pauseCapability: PauseCapability,
    private readonly retireCapability: RetireCapability,
  ) {}

  @Post(':id/pause')
  @Answers(contract.CapabilityView)
  @Refusals(401, 403, 404, 409, 422)
  pause(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.CapabilityView> {
    return this.pauseCapability.execute(actor, id, version);
  }

  @Post(':id/retire')
  @Answers(contract.CapabilityView)
  @Refusals(401, 403, 404, 409, 422)
  retire(
    @CurrentActor() actor: contract.Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contract.VersionOnly }) { version }: contract.VersionOnly,
  ): Promise<contract.CapabilityView> {
    return this.retireCapability.execute(actor, id, version);
  }
}
