import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InboxView, type Actor } from '@mantianxing/contracts';
import { MarkRead, ReadInbox } from '@mantianxing/notification';
import { Answers, AnswersNothing, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

/** 消息 of the signed-in account, and nobody else's. */
@ApiTags('消息')
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly inbox: ReadInbox,
    private readonly markRead: MarkRead,
  ) {}

  @Get()
  @Answers(InboxView)
  @Refusals(401)
  show(@CurrentActor() actor: Actor): Promise<InboxView> {
    return this.inbox.execute(actor.accountId);
  }

  @Post('read-all')
  @AnswersNothing()
  @Refusals(401, 403)
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.markRead.all(actor.accountId);
  }

  @Post(':id/read')
  @AnswersNothing()
  @Refusals(401, 403, 404)
  read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.markRead.execute(actor.accountId, id);
  }

  /** The reader came by the link in the mail. */
  @Post(':id/open')
  @AnswersNothing()
  @Refusals(401, 403, 404, 422)
  open(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.markRead.openedFromMail(actor.accountId, id);
  }
}
