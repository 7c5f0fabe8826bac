import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { ConsentFacts, deskPageOf } from './consent-facts';
import { NoticeWriter, toEach } from './notice-writer';

/** The matchmaker hears each answer; neither side hears the other's before both are there. */
@Injectable()
export class NotifyConsentAnswered extends NoticeWriter<'consent.answered'> {
  override readonly event = 'consent.answered';

  constructor(private readonly consents: ConsentFacts) {
    super();
  }

  override async noticesOf({ subjectId, ids }: StoredEvent<'consent.answered'>): Promise<AddressedNotice[]> {
    const { pairingId } = ids;
    const facts = await this.consents.facts(pairingId);
    const asked = await this.consents.asked(pairingId);
    const own = asked.find(({ consent }) => consent.id === subjectId)?.consent;
    if (!own) return [];
    // A yes that was voided or taken back since was a yes.
    const declined = own.status === 'DECLINED';
    const waiting = asked.filter(({ consent }) => consent.status === 'ASKED').map(({ consent }) => consent.organizationName);
    return toEach(await this.consents.matchmakers(facts), {
      template: 'consent.answered',
      params: { title: facts.scenario.title, organization: own.organizationName, answer: declined ? 'DECLINED' : 'AGREED', reason: declined ? own.reason : '', waiting },
      link: deskPageOf(pairingId),
      topic: `consent:${subjectId}`,
    });
  }
}
