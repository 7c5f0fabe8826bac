import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { isScenarioLive } from '@mantianxing/scenario';
import { NoticeWriter, toEach } from './notice-writer';
import { PairingSides } from './pairing-sides';

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
    const left = isScenarioLive(scenario) ? 'CAPABILITY' : 'SCENARIO';
    const toFirms = firms.flatMap(({ capability, people }) =>
      toEach(people, {
        template: 'pairing.lapsed.firm',
        params: { title, capability: capability.name, left },
        link: '/firm/matches',
      }),
    );
    const [lead] = firms;
    if (!lead) return toFirms;
    const params = { title, firm: lead.capability.firmName, capability: lead.capability.name, left } as const;
    const link = `/dept/scenarios/${scenario.id}/candidates`;
    return [...toFirms, ...toEach(unit, { template: 'pairing.lapsed.unit', params, link })];
  }
}
