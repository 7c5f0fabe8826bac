import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import type { AddressedNotice } from '@mantianxing/notification';
import { NoticeWriter, suggestionsTopic, toEach } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** A matching run put new pairs before the reviewers: one message for all of them. */
@Injectable()
export class NotifySuggestionsProposed extends NoticeWriter<'suggestion.proposed'> {
  override readonly event = 'suggestion.proposed';

  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ ids }: StoredEvent<'suggestion.proposed'>): Promise<AddressedNotice[]> {
    const { title, districtCode } = await this.scenarios.record(ids.scenarioId);
    return toEach(await this.directory.holdersOf(['MATCHMAKER'], districtCode), {
      template: 'suggestion.proposed',
      params: { title, proposed: ids.proposed, recommended: ids.recommended },
      link: '/desk/review',
      topic: suggestionsTopic(ids.scenarioId),
    });
  }
}
