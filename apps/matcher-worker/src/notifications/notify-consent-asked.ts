import { Injectable } from '@nestjs/common';
import { RecipientDirectory } from '@mantianxing/account';
import type { CapabilityRecord } from '@mantianxing/capability';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice, Notice, Partner } from '@mantianxing/notification';
import type { Consent } from '@mantianxing/pairing';
import { ConsentFacts, dayOrNone, pageOf } from './consent-facts';
import { NoticeWriter, pairingTopic, toEach } from './notice-writer';
import { PairingSides, type FirmSide } from './pairing-sides';

/** More reasons than a message shows are not worth keeping with it. */
const KEPT_REASONS = 3;

/** One side is asked whether it agrees: why, until when. No contact data; that comes after both have agreed. */
@Injectable()
export class NotifyConsentAsked extends NoticeWriter<'consent.asked'> {
  override readonly event = 'consent.asked';

  constructor(
    private readonly consents: ConsentFacts,
    private readonly sides: PairingSides,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  /** Nobody is asked for what was answered or has ended meanwhile. */
  override async noticesOf({ subjectId }: StoredEvent<'consent.asked'>): Promise<AddressedNotice[]> {
    const consent = await this.consents.consent(subjectId);
    if (consent.status !== 'ASKED') return [];
    const people = await this.directory.membersOf(consent.organizationId);
    const notice = await this.noticeOf(consent);
    return notice ? toEach(people, notice) : [];
  }

  private async noticeOf(consent: Consent): Promise<Notice | undefined> {
    const { pairing, scenario, firms } = await this.sides.of(consent.pairingId);
    const reasons = (await this.sides.reasonsOf(pairing)).slice(0, KEPT_REASONS);
    const own = firms.find(({ capability }) => consent.side === 'DEMAND' || capability.firmId === consent.organizationId);
    if (!own) return undefined;
    const { capability } = own;
    const { title } = scenario;
    const shared = { title, capability: capability.name, reasons, dueDay: dayOrNone(consent.dueAt), consentId: consent.id, ...partnersBeside(firms, capability) };
    const page = { link: pageOf(consent, pairing.id), topic: pairingTopic(pairing.id) };
    return consent.side === 'DEMAND'
      ? { template: 'consent.asked.unit', params: { ...shared, firm: capability.firmName }, ...page }
      : { template: 'consent.asked.firm', params: { ...shared, unit: scenario.organizationName }, ...page };
  }
}

/** The other members of a 联合体; nothing where there is one firm. */
function partnersBeside(firms: readonly FirmSide[], own: CapabilityRecord): { partners?: Partner[] } {
  const others = firms.map(({ capability }) => capability).filter(({ id }) => id !== own.id);
  return others.length > 0 ? { partners: others.map(({ firmName: firm, name: capability }) => ({ firm, capability })) } : {};
}
