import type { CapabilityRecord } from '@mantianxing/capability';
import { CONSENT_STATUS, PAIRING_STATUS, type PartyPairingView, type StaffConsentView, type StaffPairingView } from '@mantianxing/contracts';
import { withoutContacts } from '@mantianxing/notification';
import type { AskedPairing, NamedConsent, OwnPairing, ShownConsent } from '@mantianxing/pairing';
import { partnersBeside } from '../pairings/suggestion-pairs';
import type { NamedPairing } from './named-pairings';

/**
 * What one side may know: its own answer, and of the other side's nothing before both have agreed. What people typed
 * as a reason is shown without telephone numbers and addresses, which are released in one place only.
 */
export function partyPairing({ pairing, scenario, members }: NamedPairing<OwnPairing>, reasons: readonly string[]): PartyPairingView {
  const { own, status, introduction } = pairing;
  const capability = (own.side === 'SUPPLY' && members.find(({ firmId }) => firmId === own.organizationId)) || members[0];
  const isPresent = own.round === pairing.round;
  const left = own.side === 'SUPPLY' && !pairing.members.some(({ firmId }) => firmId === own.organizationId);
  return {
    id: pairing.id,
    round: own.round,
    status,
    statusLabel: stateOf(pairing, own),
    scenarioId: scenario.id,
    scenarioTitle: scenario.title,
    organizationName: scenario.organizationName,
    ...capabilityNames(capability),
    ...partnersBeside(members, capability),
    reasons: [...reasons],
    side: own.side,
    organizationId: own.organizationId,
    askedAt: own.askedAt.toISOString(),
    dueAt: own.dueAt?.toISOString() ?? null,
    own: {
      status: own.status,
      statusLabel: CONSENT_STATUS[own.status],
      ...(own.answeredAt && { answeredAt: own.answeredAt.toISOString(), answeredBy: own.answeredByName }),
      reason: withoutContacts(own.reason),
    },
    canAnswer: isPresent && !left && status === 'ASKING' && own.status === 'ASKED',
    changeUntil: own.changeUntil?.toISOString() ?? null,
    canRevoke: isPresent && own.status === 'AGREED' && !own.changeUntil,
    contactsOpen: pairing.contactsOpen,
    ...(introduction && isPresent && { introducedAt: introduction.releasedAt.toISOString() }),
    endReason: withoutContacts(pairing.endReason),
  };
}

function stateOf({ status, introduction }: OwnPairing, own: NamedConsent): string {
  if (status === 'INTENT' && introduction?.status === 'CLOSED') return '联系方式已关闭';
  // Silence and a no of the other side are for the matchmaker to tell.
  if (status === 'ASKING' || status === 'STALLED') return own.status === 'AGREED' ? '等待对方' : CONSENT_STATUS[own.status];
  return PAIRING_STATUS[status];
}

export function staffPairing({ pairing, scenario, members }: NamedPairing<AskedPairing>, accountId: string): StaffPairingView {
  const { status, introduction, consents } = pairing;
  const out = pairing.mayLeaveOut.map(({ organizationId: firmId, organizationName: firmName }) => ({ firmId, firmName }));
  const isAsking = status === 'ASKING';
  return {
    ...{ id: pairing.id, version: pairing.version, round: pairing.round, status },
    statusLabel: status === 'INTENT' && introduction?.status === 'CLOSED' ? '同意已撤回' : PAIRING_STATUS[status],
    scenarioId: scenario.id,
    scenarioTitle: scenario.title,
    organizationName: scenario.organizationName,
    ...capabilityNames(members[0]),
    ...partnersBeside(members, members[0]),
    matchmaker: pairing.matchmaker,
    isMine: pairing.matchmakerAccountId === accountId,
    nextAction: pairing.nextAction ?? '',
    formedAt: pairing.createdAt.toISOString(),
    dueAt: pairing.dueAt?.toISOString() ?? null,
    consents: consents.map(staffConsent),
    ...(introduction && { introducedAt: introduction.releasedAt.toISOString() }),
    introductionClosed: introduction?.status === 'CLOSED',
    endReason: withoutContacts(pairing.endReason),
    canReask: status === 'STALLED' || status === 'DECLINED',
    mayLeaveOut: isAsking || status === 'STALLED' ? out : [],
    canTakeIn: isAsking || status === 'STALLED',
    canEnd: status === 'STALLED' || status === 'INTENT' || (isAsking && out.length > 0),
    contactsOpen: pairing.contactsOpen,
  };
}

function staffConsent(consent: ShownConsent): StaffConsentView {
  return {
    organizationId: consent.organizationId,
    organizationName: consent.organizationName,
    side: consent.side,
    isLead: consent.isLead,
    status: consent.status,
    statusLabel: CONSENT_STATUS[consent.status],
    askedAt: consent.askedAt.toISOString(),
    ...(consent.remindedAt && { remindedAt: consent.remindedAt.toISOString() }),
    ...(consent.answeredAt && { answeredAt: consent.answeredAt.toISOString() }),
    ...(consent.changeUntil && { changeUntil: consent.changeUntil.toISOString() }),
    reason: withoutContacts(consent.reason),
  };
}

const capabilityNames = ({ id, name, firmName }: CapabilityRecord) => ({ capabilityId: id, capabilityName: name, firmName });
