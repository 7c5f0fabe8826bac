import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { ConsentFacts, deskPageOf } from './consent-facts';
import { NoticeWriter, pairingTopic, toEach } from './notice-writer';

/** It ends without an introduction: whoever was asked and did not say no hears that, and why. */
@Injectable()
export class NotifyPairingDeclined extends NoticeWriter<'pairing.declined'> {
  override readonly event = 'pairing.declined';

  constructor(private readonly consents: ConsentFacts) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'pairing.declined'>): Promise<AddressedNotice[]> {
    const { pairing, scenario } = await this.consents.facts(subjectId);
    const others = (await this.consents.asked(subjectId)).filter(({ consent }) => !['DECLINED', 'REVOKED'].includes(consent.status));
    const params = { title: scenario.title, reason: pairing.endReason };
    return others.flatMap(({ people, link }) => toEach(people, { template: 'pairing.declined', params, link, topic: pairingTopic(subjectId) }));
  }
}

/** It ends after the introduction: both sides hear the neutral reason. */
@Injectable()
export class NotifyPairingNotLanded extends NoticeWriter<'pairing.not-landed'> {
  override readonly event = 'pairing.not-landed';

  constructor(private readonly consents: ConsentFacts) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'pairing.not-landed'>): Promise<AddressedNotice[]> {
    const { pairing, scenario } = await this.consents.facts(subjectId);
    const parties = (await this.consents.asked(subjectId)).filter(({ consent }) => consent.round === pairing.round);
    const params = { title: scenario.title, reason: pairing.endReason };
    return parties.flatMap(({ people, link }) => toEach(people, { template: 'pairing.not-landed', params, link, topic: pairingTopic(subjectId) }));
  }
}

/** Back with the matchmaker, who hears who is silent. */
@Injectable()
export class NotifyPairingStalled extends NoticeWriter<'pairing.stalled'> {
  override readonly event = 'pairing.stalled';

  constructor(private readonly consents: ConsentFacts) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'pairing.stalled'>): Promise<AddressedNotice[]> {
    const facts = await this.consents.facts(subjectId);
    if (facts.pairing.status !== 'STALLED') return [];
    const asked = (await this.consents.asked(subjectId)).filter(({ consent }) => consent.round === facts.pairing.round);
    const named = (...states: string[]) =>
      asked.filter(({ consent }) => states.includes(consent.status)).map(({ consent }) => consent.organizationName);
    return toEach(await this.consents.matchmakers(facts), {
      template: 'pairing.stalled',
      params: { title: facts.scenario.title, silent: named('EXPIRED'), declined: named('DECLINED', 'REVOKED') },
      link: deskPageOf(subjectId),
      topic: pairingTopic(subjectId),
    });
  }
}
