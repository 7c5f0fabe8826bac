import { Inject, Injectable } from '@nestjs/common';
import { PermanentError, type Job, type JobPayloads } from '@mantianxing/contracts';
import { RecordNotifications } from '@mantianxing/notification';
import { OutboxFeed } from '@mantianxing/outbox';
import { JobHandler } from '@mantianxing/queue';
import { GroupNews } from './group-news';
import { NoticeWriter, present } from './notice-writer';

export const NOTICE_WRITERS = Symbol('NOTICE_WRITERS');

/** Step 7 and 9: facts of one event, then a row per person; returns the `deliver` jobs. */
@Injectable()
export class NotifyHandler extends JobHandler<'notify'> {
  override readonly name = 'notify';

  constructor(
    private readonly feed: OutboxFeed,
    private readonly recordNotifications: RecordNotifications,
    private readonly groups: GroupNews,
    @Inject(NOTICE_WRITERS) private readonly writers: NoticeWriter[],
  ) {
    super();
  }

  override async handle({ eventId, event, subjectId }: JobPayloads['notify']): Promise<Job[]> {
    const writer = this.writers.find((one) => one.event === event);
    if (!writer) throw new PermanentError(`nobody is told of ${event}`);
    const events = await this.feed.eventsOf([subjectId]);
    const stored = present(
      events.find((one) => one.eventId === eventId),
      `event ${eventId}`,
    );
    await this.groups.tell(stored);
    return this.recordNotifications.execute(eventId, await writer.noticesOf(stored));
  }
}
