import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import type { AddressedNotice } from '@mantianxing/notification';
import { intakeTopic, NoticeWriter, toEach } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** An entry waits to be published: coordinators do that. */
@Injectable()
export class NotifyScenarioApproved extends NoticeWriter<'scenario.approved'> {
  override readonly event = 'scenario.approved';

  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'scenario.approved'>): Promise<AddressedNotice[]> {
    const facts = await this.scenarios.intake(subjectId, 'APPROVED');
    if (!facts) return [];
    const { title, unit, dueDay, districtCode } = facts;
    const coordinators = await this.directory.holdersOf(['COORDINATOR'], districtCode);
    return toEach(coordinators, { template: 'scenario.approved', params: { title, unit, dueDay }, link: '/desk/intake', topic: intakeTopic(subjectId) });
  }
}
