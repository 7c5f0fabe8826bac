import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import type { AddressedNotice } from '@mantianxing/notification';
import { intakeTopic, NoticeWriter, toEach } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** The unit learns that its entry is open. */
@Injectable()
export class NotifyScenarioPublished extends NoticeWriter<'scenario.published'> {
  override readonly event = 'scenario.published';

  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'scenario.published'>): Promise<AddressedNotice[]> {
    const { title, organizationId } = await this.scenarios.record(subjectId);
    return toEach(await this.directory.membersOf(organizationId), {
      template: 'scenario.published',
      params: { title },
      link: `/scenarios/${subjectId}`,
      topic: intakeTopic(subjectId),
    });
  }
}
