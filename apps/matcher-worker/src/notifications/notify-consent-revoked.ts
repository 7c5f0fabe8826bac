import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { ConsentFacts, deskPageOf } from './consent-facts';
import { NoticeWriter, pairingTopic, toEach } from './notice-writer';

/** A yes was taken back: all parties hear of it where they had met, otherwise the matchmaker alone. */
@Injectable()
export class NotifyConsentRevoked extends NoticeWriter<'consent.revoked'> {
  override readonly event = 'consent.revoked';

  constructor(private readonly consents: ConsentFacts) {
    super();
  }

  override async noticesOf({ subjectId, ids, actorAccountId }: StoredEvent<'consent.revoked'>): Promise<AddressedNotice[]> {
    const { pairingId } = ids;
    const facts = await this.consents.facts(pairingId);
    const asked = await this.consents.asked(pairingId);
    const own = asked.find(({ consent }) => consent.id === subjectId)?.consent;
    if (!own) return [];
    const params = { title: facts.scenario.title, organization: own.organizationName, reason: own.reason };
    const notice = { template: 'consent.revoked' as const, params, topic: pairingTopic(pairingId) };
    const staff = toEach(await this.consents.matchmakers(facts), { ...notice, link: deskPageOf(pairingId) });
    const hadMet = facts.pairing.status !== 'DECLINED' && facts.pairing.status !== 'STALLED' && facts.pairing.status !== 'ASKING';
    const parties = asked.filter(({ consent }) => consent.round === own.round);
    const toParties = parties.flatMap(({ people, link }) =>
      toEach(people.filter(({ accountId }) => accountId !== actorAccountId), { ...notice, link }),
    );
    return hadMet ? [...staff, ...toParties] : staff;
  }
}
