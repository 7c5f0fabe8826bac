import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { ConsentFacts, dayOrNone, deskPageOf } from './consent-facts';
import { NoticeWriter, pairingTopic, toEach } from './notice-writer';

/** Both sides have agreed: each hears whom it meets. The contacts themselves stand behind sign-in only. */
@Injectable()
export class NotifyIntroductionMade extends NoticeWriter<'introduction.made'> {
  override readonly event = 'introduction.made';

  constructor(private readonly consents: ConsentFacts) {
    super();
  }

  override async noticesOf({ ids: { pairingId }, revision: round }: StoredEvent<'introduction.made'>): Promise<AddressedNotice[]> {
    const facts = await this.consents.facts(pairingId);
    const { pairing, scenario } = facts;
    const parties = (await this.consents.asked(pairingId)).filter(({ consent }) => consent.round === round);
    const meetBy = dayOrNone(pairing.status === 'INTENT' ? pairing.dueAt : null);
    const named = (side: 'DEMAND' | 'SUPPLY') =>
      parties.filter(({ consent }) => consent.side === side).map(({ consent }) => consent.organizationName);
    const params = { title: scenario.title, meetBy };
    const toParties = parties.flatMap(({ consent, people, link }) =>
      toEach(people, {
        template: 'introduction.made',
        params: { ...params, others: named(consent.side === 'DEMAND' ? 'SUPPLY' : 'DEMAND') },
        link,
        topic: pairingTopic(pairingId),
      }),
    );
    const others = [...named('DEMAND'), ...named('SUPPLY')];
    const staff = toEach(await this.consents.matchmakers(facts), {
      template: 'introduction.made.staff',
      params: { ...params, others },
      link: deskPageOf(pairingId),
      topic: pairingTopic(pairingId),
    });
    return [...toParties, ...staff];
  }
}
