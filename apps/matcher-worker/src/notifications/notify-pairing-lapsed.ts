import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { isCapabilityListed } from '@mantianxing/capability';
import type { AddressedNotice, LeftSide, Notice } from '@mantianxing/notification';
import { ReadConsents } from '@mantianxing/pairing';
import { isScenarioLive } from '@mantianxing/scenario';
import { NoticeWriter, pairingTopic, toEach, withdrawnForFirm } from './notice-writer';
import { PairingSides, type FirmSide } from './pairing-sides';

/** A side left while both were being asked: both hear that it ends here, and why. */
@Injectable()
export class NotifyPairingLapsed extends NoticeWriter<'pairing.lapsed'> {
  override readonly event = 'pairing.lapsed';

  constructor(
    private readonly sides: PairingSides,
    private readonly consents: ReadConsents,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'pairing.lapsed'>): Promise<AddressedNotice[]> {
    const { scenario, unit, firms } = await this.sides.of(subjectId);
    const { title } = scenario;
    // Who was never asked need not hear that it is over.
    const asked = new Set((await this.consents.ofPairings([subjectId])).map(({ organizationId }) => organizationId));
    const gone = firms.find(({ capability }) => !isCapabilityListed(capability)) ?? firms[0];
    const leftFor = (own: FirmSide): LeftSide => (!isScenarioLive(scenario) ? 'SCENARIO' : own === gone ? 'CAPABILITY' : 'PARTNER');
    const ended = (own: FirmSide): Notice =>
      isScenarioLive(scenario)
        ? { template: 'pairing.lapsed.firm', params: { title, capability: own.capability.name, left: leftFor(own) }, link: '/firm/matches', topic: pairingTopic(subjectId) }
        : withdrawnForFirm(scenario);
    const toFirms = firms.filter(({ capability }) => asked.has(capability.firmId)).flatMap((own) => toEach(own.people, ended(own)));
    if (!gone || !asked.has(scenario.organizationId)) return toFirms;
    const params = { title, firm: gone.capability.firmName, capability: gone.capability.name, left: leftFor(gone) };
    const link = `/dept/scenarios/${scenario.id}/candidates`;
    return [...toFirms, ...toEach(unit, { template: 'pairing.lapsed.unit', params, link, topic: pairingTopic(subjectId) })];
  }
}
