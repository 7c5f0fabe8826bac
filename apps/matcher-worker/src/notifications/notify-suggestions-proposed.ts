import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { NoticeWriter, suggestionsTopic, toEach } from './notice-writer';
import { Reviewers } from './reviewers';
import { ScenarioFacts } from './scenario-facts';

/** A matching run put new pairs before the reviewers: one message for all of them. */
@Injectable()
export class NotifySuggestionsProposed extends NoticeWriter<'suggestion.proposed'> {
  override readonly event = 'suggestion.proposed';

  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly reviewers: Reviewers,
  ) {
    super();
  }

  override async noticesOf({ ids }: StoredEvent<'suggestion.proposed'>): Promise<AddressedNotice[]> {
    const { title, districtCode } = await this.scenarios.record(ids.scenarioId);
    return toEach(await this.reviewers.of({ scenarioId: ids.scenarioId, firmIds: [] }, districtCode), {
      template: 'suggestion.proposed',
      params: { title, proposed: ids.proposed, recommended: ids.recommended },
      link: '/desk/review',
      topic: suggestionsTopic(ids.scenarioId),
    });
  }
}
