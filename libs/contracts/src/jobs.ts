import type { EventName } from './events';
import type { QueueName } from './queues';

/** Payloads hold ids and a revision; handlers reread the rows. Every job carries the event that began it. */
export interface JobPayloads {
  'index-scenario': { eventId: string; scenarioId: string; revision: number };
  'index-capability': { eventId: string; capabilityId: string; revision: number };
  'remove-from-index': { eventId: string; kind: 'scenario' | 'capability'; subjectId: string; revision: number };
  'match-scenario': { eventId: string; scenarioId: string; revision: number };
  'match-capability': { eventId: string; capabilityId: string; revision: number };
  'lapse-suggestions': { eventId: string; kind: 'scenario' | 'capability'; subjectId: string; revision: number };
  'lapse-pairings': { eventId: string; kind: 'scenario' | 'capability'; subjectId: string; revision: number };
  /** Asks every side of a pairing's round whether it agrees; a round that was asked already is left as it is. */
  'ask-consents': { eventId: string; pairingId: string; round: number };
  /** What the answers of a pairing lead to, once they can no longer be taken back. */
  'settle-answers': { eventId: string; pairingId: string };
  /** Holds a scenario's state against its pairings; the pairings as they stand decide, so a missed event heals. */
  'track-scenario': { eventId: string; scenarioId: string };
  /** A pairing that ended leaves a place: what stayed away because of it is weighed again. */
  'release-held': { eventId: string; scenarioId: string };
  /** Turns one event into notification rows, one per person. */
  notify: { eventId: string; event: EventName; subjectId: string };
  /** Sends one delivery row over its channel. */
  deliver: { eventId: string; deliveryId: string };
  /** A mail about an account itself: no preference and no quiet hour holds it. `linkId` empty where it carries no link. */
  'send-account-mail': { eventId: string; event: AccountMailEvent; subjectId: string; linkId: string; deviceId?: string };
  'rebuild-index': { eventId: string };
  /** Only where an embedder is configured: has the entry's vector made, and the entry matched again with it. */
  'embed-entry': { eventId: string; kind: 'scenario' | 'capability'; subjectId: string; revision: number };
  /** One batch of entries without a vector; `subjectId` is the entry to go on after, at first the kind's name. */
  'embed-backlog': { eventId: string; kind: 'scenario' | 'capability'; subjectId: string };
}

export type AccountMailEvent = 'invitation.sent' | 'password.reset-asked' | 'password.changed' | 'account.device-new';

export type JobName = keyof JobPayloads;

/** A job to enqueue. `id` makes adding it twice harmless; `_` only, since BullMQ refuses `:`. */
export type Job<N extends JobName = JobName> = {
  [K in N]: { name: K; id: string; payload: JobPayloads[K] };
}[N];

/** The queue each job runs on: an activity, with one processor each. */
export const QUEUE_OF: Record<JobName, QueueName> = {
  'index-scenario': 'indexing',
  'index-capability': 'indexing',
  'remove-from-index': 'indexing',
  'rebuild-index': 'indexing',
  'match-scenario': 'matching',
  'match-capability': 'matching',
  'lapse-suggestions': 'matching',
  'lapse-pairings': 'matching',
  'ask-consents': 'notifications',
  'settle-answers': 'notifications',
  // Light, and beside messages: on another queue an introduction's news would wait behind a burst of changes.
  'track-scenario': 'notifications',
  'release-held': 'notifications',
  notify: 'notifications',
  deliver: 'notifications',
  'send-account-mail': 'notifications',
  'embed-entry': 'embedding',
  'embed-backlog': 'embedding',
};

/**
 * `<job>_<subjectId>_<eventId>`: adding one event's job twice is harmless, while a later event about the
 * same content (paused and resumed, say) is never mistaken for a job that is still kept.
 */
export function jobOf<N extends JobName>(name: N, payload: JobPayloads[N]): Job<N> {
  return { name, id: `${name}_${subjectOf(payload)}_${payload.eventId}`, payload } as Job<N>;
}

function subjectOf(payload: JobPayloads[JobName]): string {
  const p = payload as Record<string, string | undefined>;
  return p.deliveryId ?? p.pairingId ?? p.scenarioId ?? p.capabilityId ?? p.subjectId ?? 'all';
}

/** Jobs that bring one entry (or message) to where its row as it stands now wants it, so that one run answers everything asked before it. */
const LEVEL_TRIGGERED: ReadonlySet<JobName> = new Set<JobName>([
  ...(['index-scenario', 'index-capability', 'remove-from-index', 'rebuild-index'] as const),
  ...(['match-scenario', 'match-capability', 'lapse-suggestions', 'lapse-pairings', 'embed-entry', 'deliver', 'ask-consents', 'settle-answers', 'track-scenario', 'release-held'] as const),
]);

export const isLevelTriggered = (name: JobName): boolean => LEVEL_TRIGGERED.has(name);

/** What is to be done, whoever asked for it and how often: `<job>_<subjectId>`, or the job's own id. */
export const workKeyOf = (job: Pick<Job, 'name' | 'id' | 'payload'>): string =>
  isLevelTriggered(job.name) ? `${job.name}_${subjectOf(job.payload)}` : job.id;
