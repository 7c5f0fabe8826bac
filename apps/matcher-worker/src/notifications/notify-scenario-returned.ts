import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import type { AddressedNotice } from '@mantianxing/notification';
import { intakeTopic, NoticeWriter, toEach } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** Staff want more: the unit reads what. */
@Injectable()
export class NotifyScenarioReturned extends NoticeWriter<'scenario.returned'> {
  override readonly event = 'scenario.returned';

  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'scenario.returned'>): Promise<AddressedNotice[]> {
    const { title, returnReasons, organizationId } = await this.scenarios.record(subjectId);
    const wanted = returnReasons.map(({ message }) => message);
    return toEach(await this.directory.membersOf(organizationId), {
      template: 'scenario.returned',
      params: { title, wanted },
      link: `/dept/scenarios/${subjectId}/edit`,
      topic: intakeTopic(subjectId),
    });
  }
}
