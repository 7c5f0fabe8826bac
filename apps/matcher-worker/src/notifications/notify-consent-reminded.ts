import { Injectable } from '@nestjs/common';
import { RecipientDirectory } from '@mantianxing/account';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { ConsentFacts, dayOrNone, pageOf } from './consent-facts';
import { NoticeWriter, pairingTopic, toEach } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** Five working days without a word: one reminder, and only while an answer is still wanted. */
@Injectable()
export class NotifyConsentReminded extends NoticeWriter<'consent.reminded'> {
  override readonly event = 'consent.reminded';

  constructor(
    private readonly consents: ConsentFacts,
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'consent.reminded'>): Promise<AddressedNotice[]> {
    const consent = await this.consents.consent(subjectId);
    if (consent.status !== 'ASKED') return [];
    const { title } = await this.scenarios.record(consent.scenarioId);
    return toEach(await this.directory.membersOf(consent.organizationId), {
      template: 'consent.reminded',
      params: { title, dueDay: dayOrNone(consent.dueAt), consentId: consent.id },
      link: pageOf(consent, consent.pairingId),
      topic: pairingTopic(consent.pairingId),
    });
  }
}
