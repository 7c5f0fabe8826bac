import { PermanentError, type DueKind, type EventName, type StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice, Notice, Recipient } from '@mantianxing/notification';
import type { ScenarioRecord } from '@mantianxing/scenario';

/** Gathers the facts of one event and says who is told what. Reads only; may run twice. */
export abstract class NoticeWriter<N extends EventName = EventName> {
  abstract readonly event: N;
  abstract noticesOf(event: StoredEvent<N>): Promise<AddressedNotice[]>;
}

export const toEach = (recipients: readonly Recipient[], notice: Notice): AddressedNotice[] =>
  recipients.map((recipient) => ({ recipient, notice }));

/** What messages are about, so that a digest tells one thing once: the entry's way to publication … */
export const intakeTopic = (scenarioId: string): string => `intake:${scenarioId}`;
/** … its open suggestions … */
export const suggestionsTopic = (scenarioId: string): string => `suggestions:${scenarioId}`;
/** … one pairing … */
export const pairingTopic = (pairingId: string): string => `pairing:${pairingId}`;
/** … something that is due … */
export const dueTopic = (kind: DueKind, id: string): string => `due:${kind}:${id}`;
/** … or its end. */
export const withdrawnTopic = (scenarioId: string): string => `withdrawn:${scenarioId}`;

/** A withdrawal ends the pairings of a firm too: two events, one thing to tell, in the same words whichever comes first. */
export const withdrawnForFirm = ({ id, revision, title, organizationName, withdrawnReason }: ScenarioRecord): Notice => ({
  template: 'scenario.withdrawn.firm',
  params: { title, unit: organizationName, reason: withdrawnReason ?? '' },
  link: '/firm/matches',
  topic: withdrawnTopic(id),
  once: `withdrawn:${id}:${revision}`,
});

/** Rows are never deleted: a subject that is not there is a wrong job, and no later try will find it. */
export function present<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new PermanentError(`no ${what}`);
  return found;
}
