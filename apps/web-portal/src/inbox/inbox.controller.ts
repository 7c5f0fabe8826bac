import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InboxQuery, InboxView, NotificationView, type Actor } from '@mantianxing/contracts';
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
  @Refusals(401, 422)
  show(@CurrentActor() actor: Actor, @Query({ schema: InboxQuery }) { before }: InboxQuery): Promise<InboxView> {
    return this.inbox.execute(actor.accountId, before);
  }

  /** For whoever follows the link of an old mail. */
  @Get(':id')
  @Answers(NotificationView)
  @Refusals(401, 404, 422)
  one(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<NotificationView> {
    return this.inbox.one(actor.accountId, id);
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
