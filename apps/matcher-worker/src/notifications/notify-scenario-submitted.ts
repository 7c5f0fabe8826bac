import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import type { AddressedNotice } from '@mantianxing/notification';
import { intakeTopic, NoticeWriter, toEach } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** An entry waits for its check: everyone who may check it is told. */
@Injectable()
export class NotifyScenarioSubmitted extends NoticeWriter<'scenario.submitted'> {
  override readonly event = 'scenario.submitted';

  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'scenario.submitted'>): Promise<AddressedNotice[]> {
    const facts = await this.scenarios.intake(subjectId, 'SUBMITTED');
    if (!facts) return [];
    const { districtCode, ...params } = facts;
    const staff = await this.directory.holdersOf(['MATCHMAKER', 'COORDINATOR'], districtCode);
    return toEach(staff, { template: 'scenario.submitted', params, link: '/desk/intake', topic: intakeTopic(subjectId) });
  }
}
