import type { Client } from 'pg';
import { ENTRY_LABEL, type EntryKind, type JourneyEntry } from './entry';
import { readNames } from './names';
import { readEvents, readHistories } from './read-events';
import { readMessages } from './read-messages';
import { readPairings, readReviews, readSuggestions } from './read-pairs';
import { scopeOf, type Subject } from './subject';

export interface Journey {
  subject: Subject;
  heading: string;
  /** In order of time. */
  entries: JourneyEntry[];
}

/** What shares a moment reads as it came about: the step, its event, the messages. */
const RANK = ['HISTORY', 'SUGGESTION', 'REVIEW', 'PAIRING', 'EVENT', 'NOTIFICATION', 'DELIVERY'] satisfies EntryKind[];

/** Everything recorded about one subject, from one snapshot of the database. */
export async function readJourney(client: Client, subject: Subject): Promise<Journey> {
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    const scope = await scopeOf(client, subject);
    const names = await readNames(client, scope);
    const events = await readEvents(client, scope, names.of);
    const entries = [
      ...events,
      ...(await readHistories(client, scope, names.of)),
      ...(await readSuggestions(client, scope, names.of)),
      ...(await readReviews(client, scope, names.of)),
      ...(await readPairings(client, scope, names.of)),
      ...(await readMessages(client, events.flatMap(({ eventId }) => eventId ?? []))),
    ];
    entries.sort((a, b) => a.at.getTime() - b.at.getTime() || RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
    return { subject, heading: names.heading, entries };
  } finally {
    await client.query('rollback');
  }
}

/** The same for programs: full ids, moments in UTC. */
export const asJson = ({ subject, entries }: Journey): string =>
  JSON.stringify({ subject, entries: entries.map((entry) => ({ ...entry, label: ENTRY_LABEL[entry.kind] })) }, undefined, 2);
