import { ROUTES, SCENARIO_STATUS, CAPABILITY_STATUS, PAIRING_STATUS, SUGGESTION_STATUS, type StoredEvent } from '@mantianxing/contracts';
import { withoutContacts } from '@mantianxing/notification';
import type { Client } from 'pg';
import type { JourneyEntry } from './entry';
import { clock } from './print';
import type { Scope, SubjectKind } from './subject';
import { EVENT_LABEL, factsInWords, stepLabel } from './words';

/** Name of whoever acted, or of the system. */
const ACTOR = `coalesce((select p.name from account.account a join account.person p on p.id = a.person_id
  where a.id = actor_account_id), '系统') as actor`;

interface EventRow {
  id: string;
  name: StoredEvent['name'];
  subject_id: string;
  revision: number;
  ids: Record<string, unknown>;
  at: Date;
  actor: string;
  available_at: Date | null;
}

/** The event log, each event with the jobs it leads to and whether it still waits to leave. */
export async function readEvents(client: Client, scope: Scope, nameOf: (id: string) => string): Promise<JourneyEntry[]> {
  const { rows } = await client.query<EventRow>(
    `select e.*, d.available_at, ${ACTOR} from outbox.event e left join outbox.dispatch d on d.event_id = e.id
     where e.subject_id = any($1)
        or e.subject_id in (select id from pairing.consent where pairing_id = any($2))
        or e.subject_id in (select id from pairing.introduction where pairing_id = any($2)) order by e.at, e.id`,
    [[...scope.scenario, ...scope.capability, ...scope.suggestion, ...scope.pairing], scope.pairing],
  );
  return rows.map((row) => ({
    ...{ at: row.at, kind: 'EVENT' as const, eventId: row.id, subjectId: row.subject_id },
    subject: nameOf(row.subject_id),
    text: eventInWords(row),
  }));
}

function eventInWords(row: EventRow): string {
  const event = { eventId: row.id, name: row.name, subjectId: row.subject_id, revision: row.revision, ids: row.ids };
  const jobs = ROUTES[row.name]?.({ ...event, actorAccountId: null, at: row.at.toISOString() } as StoredEvent) ?? [];
  const parts = [
    `${EVENT_LABEL[row.name] ?? row.name}（${row.actor}）`,
    row.revision > 0 ? `第${row.revision}版` : '',
    factsInWords(row.ids),
    jobs.length > 0 ? `→ ${jobs.map(({ name }) => name).join('、')}` : '',
    row.available_at ? `尚未发出，${clock(row.available_at)}起可发` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const HISTORIES: Record<SubjectKind, { table: string; labels: Record<string, string> }> = {
  scenario: { table: 'scenario.scenario_history', labels: SCENARIO_STATUS },
  capability: { table: 'capability.capability_history', labels: CAPABILITY_STATUS },
  suggestion: { table: 'pairing.suggestion_history', labels: SUGGESTION_STATUS },
  pairing: { table: 'pairing.pairing_history', labels: PAIRING_STATUS },
};

interface HistoryRow {
  subject_id: string;
  event: string;
  from_status: string | null;
  to_status: string;
  note: string;
  at: Date;
  actor: string;
}

/** Every step of every machine in the story. */
export async function readHistories(client: Client, scope: Scope, nameOf: (id: string) => string): Promise<JourneyEntry[]> {
  const entries: JourneyEntry[] = [];
  for (const [kind, { table, labels }] of Object.entries(HISTORIES) as [SubjectKind, (typeof HISTORIES)[SubjectKind]][]) {
    const { rows } = await client.query<HistoryRow>(
      `select ${kind}_id as subject_id, event, from_status, to_status, note, at, ${ACTOR} from ${table}
       where ${kind}_id = any($1) order by at, version`,
      [scope[kind]],
    );
    const label = (status: string) => labels[status] ?? status;
    for (const row of rows) {
      const way = row.from_status && row.from_status !== row.to_status ? `${label(row.from_status)} → ` : '';
      const note = row.note ? `：${withoutContacts(row.note.replace(/\s+/g, ' '))}` : '';
      const text = `${stepLabel(row.event)} ${way}${label(row.to_status)}（${row.actor}）${note}`;
      entries.push({ at: row.at, kind: 'HISTORY', eventId: null, subjectId: row.subject_id, subject: nameOf(row.subject_id), text });
    }
  }
  return entries;
}
