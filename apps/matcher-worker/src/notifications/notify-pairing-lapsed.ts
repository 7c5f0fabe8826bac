import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { isCapabilityListed } from '@mantianxing/capability';
import type { AddressedNotice, LeftSide } from '@mantianxing/notification';
import { isScenarioLive } from '@mantianxing/scenario';
import { NoticeWriter, pairingTopic, toEach, withdrawnTopic } from './notice-writer';
import { PairingSides, type FirmSide } from './pairing-sides';

/** A side left while both were being asked: both hear that it ends here, and why. */
@Injectable()
export class NotifyPairingLapsed extends NoticeWriter<'pairing.lapsed'> {
  override readonly event = 'pairing.lapsed';

  constructor(private readonly sides: PairingSides) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'pairing.lapsed'>): Promise<AddressedNotice[]> {
    const { scenario, unit, firms } = await this.sides.of(subjectId);
    const { title } = scenario;
    const gone = firms.find(({ capability }) => !isCapabilityListed(capability)) ?? firms[0];
    const leftFor = (own: FirmSide): LeftSide => (!isScenarioLive(scenario) ? 'SCENARIO' : own === gone ? 'CAPABILITY' : 'PARTNER');
    const toFirms = firms.flatMap((own) =>
      toEach(own.people, {
        template: 'pairing.lapsed.firm',
        params: { title, capability: own.capability.name, left: leftFor(own) },
        link: '/firm/matches',
        topic: isScenarioLive(scenario) ? pairingTopic(subjectId) : withdrawnTopic(scenario.id),
      }),
    );
    if (!gone) return toFirms;
    const params = { title, firm: gone.capability.firmName, capability: gone.capability.name, left: leftFor(gone) };
    const link = `/dept/scenarios/${scenario.id}/candidates`;
    return [...toFirms, ...toEach(unit, { template: 'pairing.lapsed.unit', params, link, topic: pairingTopic(subjectId) })];
  }
}
