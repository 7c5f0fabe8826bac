import { Injectable } from '@nestjs/common';
import { RecipientDirectory } from '@mantianxing/account';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { DueFacts } from './due-facts';
import { dueTopic, NoticeWriter, toEach } from './notice-writer';

/** The day has come: whoever has to act hears of it. */
@Injectable()
export class NotifyDuePassed extends NoticeWriter<'due.passed'> {
  override readonly event = 'due.passed';

  constructor(
    private readonly facts: DueFacts,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async noticesOf({ subjectId, ids: { kind } }: StoredEvent<'due.passed'>): Promise<AddressedNotice[]> {
    const fact = await this.facts.of(kind, subjectId);
    if (!fact) return [];
    const { about, action, link, people } = fact;
    const dueDay = dayInShanghai(fact.dueAt);
    const params = { about, action, dueDay, isLate: dueDay < dayInShanghai(this.clock.now()) };
    return toEach(people, { template: 'due.passed', params, link, topic: dueTopic(kind, subjectId) });
  }
}

/** Two weeks over: the coordinators hear where it has stopped, and with whom. */
@Injectable()
export class NotifyDueEscalated extends NoticeWriter<'due.escalated'> {
  override readonly event = 'due.escalated';

  constructor(
    private readonly facts: DueFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId, ids: { kind } }: StoredEvent<'due.escalated'>): Promise<AddressedNotice[]> {
    const fact = await this.facts.of(kind, subjectId);
    if (!fact) return [];
    const { about, action, stage, owner, link, districtCode } = fact;
    const coordinators = await this.directory.holdersOf(['COORDINATOR'], districtCode);
    return toEach(coordinators, { template: 'due.escalated', params: { about, action, stage, owner }, link: link.startsWith('/desk') ? link : '/desk/intake', topic: dueTopic(kind, subjectId) });
  }
}
