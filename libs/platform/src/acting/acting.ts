import { AsyncLocalStorage } from 'node:async_hooks';
import { lettersOf, type Actor } from '@mantianxing/contracts';

/**
 * Who is at work, at whose request and from where: follows a request or a job through every await, so that the unit
 * of work can tell the database (audit log) without use cases passing it along. Ids only, never a name or a contact.
 */
export interface Acting {
  /** The process: `portal`, `publishing`, `directory`, `worker` or `command`. */
  via: string;
  /** What was asked for: `POST /api/scenarios/:id/submit`, a job's name, a command. */
  operation?: string;
  accountId?: string;
  /** Letters of MODEL.md. */
  roles?: string[];
  organizationIds?: string[];
  /** Network address and browser of the person. */
  address?: string;
  agent?: string;
  requestId?: string;
  /** The event a job follows from. */
  eventId?: string;
}

/** Where a request came from, as the portal hands it on with the signed actor. */
export type Origin = Pick<Acting, 'address' | 'agent' | 'requestId'>;

const running = new AsyncLocalStorage<Acting>();
const AGENT_LENGTH = 200;

/** The running request or job; undefined outside any. The object may be completed while the request goes on. */
export const acting = (): Acting | undefined => running.getStore();

/** Runs `work` on behalf of `who`; nested calls replace it for their own work. */
export const actAs = <T>(who: Acting, work: () => T): T => running.run(who, work);

/** Notes on the running request who it turned out to be. */
export function actingIs(actor: Actor | undefined): void {
  const store = running.getStore();
  if (!store || !actor || actor.isSystem) return;
  store.accountId = actor.accountId;
  store.roles = [...lettersOf(actor)].filter((letter) => letter !== 'P');
  store.organizationIds = [...new Set(actor.memberships.map(({ organizationId }) => organizationId))];
}

/** Notes where the request came from, as the portal saw it. */
export function actingFrom({ address, agent, requestId }: Origin): void {
  const store = running.getStore();
  if (store) Object.assign(store, { address, agent: agent?.slice(0, AGENT_LENGTH), requestId });
}
