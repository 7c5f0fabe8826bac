import { Injectable } from '@nestjs/common';
import type { CapabilityRecord } from '@mantianxing/capability';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { NoticeWriter, pairingTopic, toEach } from './notice-writer';
import { PairingSides, type FirmSide } from './pairing-sides';

/** More reasons than a message shows are not worth keeping with it. */
const KEPT_REASONS = 3;

/** Staff propose that two sides meet: both hear why. No contact data; that comes after both have agreed. */
@Injectable()
export class NotifyPairingFormed extends NoticeWriter<'pairing.formed'> {
  override readonly event = 'pairing.formed';

  constructor(private readonly sides: PairingSides) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'pairing.formed'>): Promise<AddressedNotice[]> {
    const { pairing, scenario, unit, firms } = await this.sides.of(subjectId);
    const { title, organizationName } = scenario;
    const reasons = (await this.sides.reasonsOf(pairing)).slice(0, KEPT_REASONS);
    const toFirms = firms.flatMap(({ capability, people }) =>
      toEach(people, {
        template: 'pairing.formed.firm',
        params: { title, unit: organizationName, capability: capability.name, reasons, ...partnersBeside(firms, capability) },
        link: '/firm/matches',
        topic: pairingTopic(subjectId),
      }),
    );
    const [lead] = firms;
    if (!lead) return toFirms;
    const { capability } = lead;
    const params = { title, firm: capability.firmName, capability: capability.name, reasons, ...partnersBeside(firms, capability) };
    const link = `/dept/scenarios/${scenario.id}/candidates`;
    return [...toFirms, ...toEach(unit, { template: 'pairing.formed.unit', params, link, topic: pairingTopic(subjectId) })];
  }
}

/** The other members of a 联合体; nothing where there is one firm. */
function partnersBeside(firms: readonly FirmSide[], own: CapabilityRecord): { partners?: { firm: string; capability: string }[] } {
  const others = firms.map(({ capability }) => capability).filter(({ id }) => id !== own.id);
  return others.length > 0 ? { partners: others.map(({ firmName: firm, name: capability }) => ({ firm, capability })) } : {};
}
