import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecipientDirectory } from '@mantianxing/account';
import { DeliveryLogView, DeliveryQuery, MadeView, type Actor } from '@mantianxing/contracts';
import { MendDelivery, ReadDeliveryLog } from '@mantianxing/notification';
import { Answers, AnswersNothing, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

/** 投递记录: did it arrive? Matchmakers may have a message sent again (MODEL.md, resend by M and A); giving up is the admin's. */
@ApiTags('投递记录')
@Controller('api/deliveries')
export class DeliveryLogController {
  constructor(
    private readonly log: ReadDeliveryLog,
    private readonly mend: MendDelivery,
    private readonly directory: RecipientDirectory,
  ) {}

  @Get()
  @Answers(DeliveryLogView)
  @Refusals(401, 403, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: DeliveryQuery }) query: DeliveryQuery): Promise<DeliveryLogView> {
    return this.log.execute(actor, query, (ids) => this.directory.namesOf(ids));
  }

  @Post(':id/resend')
  @Answers(MadeView)
  @Refusals(401, 403, 404, 409, 422)
  async resend(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<MadeView> {
    return { id: await this.mend.resend(actor, id) };
  }

  @Post(':id/cancel')
  @AnswersNothing()
  @Refusals(401, 403, 404, 409, 422)
  cancel(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.mend.cancel(actor, id);
  }
}
