import { BAND_LABEL, PAIRING_STATUS, REJECT_REASON, SUGGESTION_STATUS, type Band } from '@mantianxing/contracts';
import { withoutContacts } from '@mantianxing/notification';
import type { Client } from 'pg';
import type { JourneyEntry } from './entry';
import type { Scope } from './subject';

type NameOf = (id: string) => string;
const labelOf = (labels: Record<string, string>, code: string): string => labels[code] ?? code;

/** Suggestions as they stand now, at the moment they were last put before a person. */
export async function readSuggestions(client: Client, { suggestion }: Scope, nameOf: NameOf): Promise<JourneyEntry[]> {
  const { rows } = await client.query<{
    id: string;
    opened_at: Date;
    opening: number;
    band: Band;
    score: number;
    status: string;
    missing: string[];
    reopened_because: string;
  }>('select * from pairing.suggestion where id = any($1)', [suggestion]);
  return rows.map((row) => {
    const parts = [
      `${BAND_LABEL[row.band]}${Math.round(row.score * 100)}分`,
      `现为“${labelOf(SUGGESTION_STATUS, row.status)}”`,
      row.opening > 1 ? `第${row.opening}次提出` : '',
      row.missing.length > 0 ? `未覆盖：${row.missing.join('、')}` : '',
      row.reopened_because,
    ];
    return entry('SUGGESTION', row.opened_at, row.id, nameOf, parts.filter(Boolean).join('，'));
  });
}

/** Decisions of people, those taken back included. */
export async function readReviews(client: Client, { suggestion }: Scope, nameOf: NameOf): Promise<JourneyEntry[]> {
  const { rows } = await client.query<{
    suggestion_id: string;
    decision: string;
    reason_code: string | null;
    note: string;
    decided_at: Date;
    undone_at: Date | null;
    by: string;
  }>(
    `select r.*, coalesce(p.name, '') as by from pairing.review r
     left join account.account a on a.id = r.account_id left join account.person p on p.id = a.person_id
     where r.suggestion_id = any($1)`,
    [suggestion],
  );
  return rows.map((row) => {
    const reason = row.reason_code ? `：${labelOf(REJECT_REASON, row.reason_code)}` : '';
    const note = row.note ? `（${withoutContacts(row.note.replace(/\s+/g, ' '))}）` : '';
    const undone = row.undone_at ? '，后已撤销' : '';
    const text = `${row.by}${row.decision === 'APPROVED' ? '通过' : '驳回'}${reason}${note}${undone}`;
    return entry('REVIEW', row.decided_at, row.suggestion_id, nameOf, text);
  });
}

export async function readPairings(client: Client, { pairing }: Scope, nameOf: NameOf): Promise<JourneyEntry[]> {
  const { rows } = await client.query<{ id: string; created_at: Date; status: string; round: number; next: string | null }>(
    'select id, created_at, status, round, next_action as next from pairing.pairing where id = any($1)',
    [pairing],
  );
  return rows.map((row) => {
    const next = row.next ? `，下一步：${row.next}` : '';
    return entry('PAIRING', row.created_at, row.id, nameOf, `现为“${labelOf(PAIRING_STATUS, row.status)}”，第${row.round}轮${next}`);
  });
}

function entry(kind: JourneyEntry['kind'], at: Date, subjectId: string, nameOf: NameOf, text: string): JourneyEntry {
  return { kind, at, subjectId, subject: nameOf(subjectId), text, eventId: null };
}
