import type { EventIds, EventName, StoredEvent } from './events';
import { jobOf, QUEUE_OF, type AccountMailEvent, type Job } from './jobs';

type Route = (event: StoredEvent) => Job[];
const none: Route = () => [];
const notify: Route = (e) => [jobOf('notify', { eventId: e.eventId, event: e.name, subjectId: e.subjectId })];
const indexScenario: Route = (e) => [
  jobOf('index-scenario', { eventId: e.eventId, scenarioId: e.subjectId, revision: e.revision }),
];
const indexCapability: Route = (e) => [
  jobOf('index-capability', { eventId: e.eventId, capabilityId: e.subjectId, revision: e.revision }),
];
const remove =
  (kind: 'scenario' | 'capability'): Route =>
  (e) => [jobOf('remove-from-index', { eventId: e.eventId, kind, subjectId: e.subjectId, revision: e.revision })];
const lapsePairings =
  (kind: 'scenario' | 'capability'): Route =>
  (e) => [jobOf('lapse-pairings', { eventId: e.eventId, kind, subjectId: e.subjectId, revision: e.revision })];
const deliver: Route = (e) => [jobOf('deliver', { eventId: e.eventId, deliveryId: e.subjectId })];
const askConsents: Route = (e) => [
  jobOf('ask-consents', { eventId: e.eventId, pairingId: e.subjectId, round: (e.ids as { round: number }).round }),
];
const settleAnswers: Route = (e) => [
  jobOf('settle-answers', { eventId: e.eventId, pairingId: (e.ids as EventIds['consent.answered']).pairingId }),
];
/** A pairing's events name their scenario in `ids`; one kept from before they did is left to the reconciliation. */
const trackScenario: Route = (e) => {
  const { scenarioId } = e.ids as { scenarioId?: string };
  return scenarioId ? [jobOf('track-scenario', { eventId: e.eventId, scenarioId })] : [];
};
const releaseHeld: Route = (e) => {
  const { scenarioId } = e.ids as EventIds['pairing.declined'];
  return [jobOf('release-held', { eventId: e.eventId, scenarioId })];
};
const accountMail: Route = (e) => {
  const { eventId, name, subjectId } = e as StoredEvent<AccountMailEvent>;
  const linkId = 'linkId' in e.ids ? e.ids.linkId : '';
  const device = 'deviceId' in e.ids ? { deviceId: e.ids.deviceId } : {};
  return [jobOf('send-account-mail', { eventId, event: name, subjectId, linkId, ...device })];
};
const all =
  (...routes: Route[]): Route =>
  (e) =>
    routes.flatMap((route) => route(e));

/** An offer that is gone leaves a place, perhaps the first one: the scenario's other candidates are weighed again. */
const matchAfterLoss: Route = (e) => {
  const { left } = e.ids as EventIds['suggestion.lapsed'];
  if (left !== 'capability') return [];
  return [jobOf('match-scenario', { eventId: e.eventId, scenarioId: e.subjectId, revision: e.revision })];
};

/** Which jobs an event leads to: the relay reads nothing else. A missing event does not compile. */
export const ROUTES: Record<EventName, Route> = {
  'scenario.submitted': notify,
  'scenario.recalled': none,
  'scenario.returned': notify,
  'scenario.approved': notify,
  'scenario.published': all(indexScenario, notify),
  'scenario.revised': indexScenario,
  'scenario.withdrawn': all(remove('scenario'), lapsePairings('scenario'), notify),
  'scenario.redrafted': none,
  'scenario.discarded': none,
  'scenario.engaged': none,
  'scenario.disengaged': none,
  'scenario.shut': all(remove('scenario'), notify),
  'scenario.expired': all(remove('scenario'), notify),
  'scenario.not-landed': all(remove('scenario'), notify),
  'capability.published': indexCapability,
  'capability.revised': indexCapability,
  'capability.reconfirmed': indexCapability,
  'capability.paused': remove('capability'),
  'capability.staled': all(remove('capability'), notify),
  'capability.retired': all(remove('capability'), lapsePairings('capability')),
  'suggestion.proposed': notify,
  'suggestion.lapsed': matchAfterLoss,
  'suggestion.approved': none,
  'suggestion.rejected': none,
  'suggestion.undone': none,
  'suggestion.held': none,
  'recusal.declared': none,
  'recusal.ended': none,
  'pairing.formed': askConsents,
  'pairing.reasked': askConsents,
  'pairing.members-changed': askConsents,
  'pairing.stalled': notify,
  'pairing.declined': all(trackScenario, releaseHeld, notify),
  'pairing.not-landed': all(trackScenario, releaseHeld, notify),
  'consent.asked': notify,
  'consent.reminded': notify,
  'consent.answered': all(settleAnswers, notify),
  'consent.retracted': none,
  'consent.revoked': notify,
  'introduction.made': all(trackScenario, notify),
  'introduction.closed': none,
  'pairing.undone': trackScenario,
  'pairing.lapsed': all(trackScenario, releaseHeld, notify),
  'due.passed': notify,
  'due.escalated': notify,
  'delivery.due': deliver,
  'delivery.failed': none,
  'delivery.resent': deliver,
  'delivery.cancelled': none,
  'channel-target.added': none,
  'channel-target.tried': none,
  'channel-target.paused': none,
  'channel-target.resumed': none,
  'channel-target.deleted': none,
  'invitation.sent': accountMail,
  'password.reset-asked': accountMail,
  'password.changed': accountMail,
  'account.device-new': accountMail,
  'membership.recertification-due': notify,
};

/** Events that only tell people: they need not wait behind a burst of changes to the lists. */
export const TELLING_EVENTS: readonly EventName[] = (Object.keys(ROUTES) as EventName[]).filter((name) => {
  const sample = { name, eventId: '', subjectId: '', revision: 1, ids: {}, actorAccountId: null, at: '' } as unknown as StoredEvent;
  const jobs = ROUTES[name](sample);
  return jobs.length > 0 && jobs.every((job) => QUEUE_OF[job.name] === 'notifications');
});
