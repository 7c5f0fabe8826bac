import { checkResult, type CheckResult } from '../findings';
import type { Ledger } from '../load/ledger';
import type { QuietResult } from '../quiet';
import type { Stack } from '../stack';

/** The last line of each history names the state its row is in; a row without history, or the reverse, is shown too. */
const HISTORIES = [
  { name: 'scenario', row: 'scenario.scenario', history: 'scenario.scenario_history', key: 'scenario_id' },
  { name: 'capability', row: 'capability.capability', history: 'capability.capability_history', key: 'capability_id' },
  { name: 'suggestion', row: 'pairing.suggestion', history: 'pairing.suggestion_history', key: 'suggestion_id' },
  { name: 'pairing', row: 'pairing.pairing', history: 'pairing.pairing_history', key: 'pairing_id' },
];

/** Events that must be as many as what they speak of. */
const COUNTS: { name: string; events: string; rows: string }[] = [
  {
    name: 'published scenarios',
    events: `select count(distinct subject_id)::int as n from outbox.event where name = 'scenario.published'`,
    rows: 'select count(*)::int as n from scenario.scenario where published_at is not null',
  },
  {
    name: 'approvals that stand',
    events: `select (count(*) filter (where name = 'pairing.formed') - count(*) filter (where name = 'pairing.undone'))::int as n from outbox.event`,
    rows: `select count(*)::int as n from pairing.pairing where status <> 'UNDONE'`,
  },
  {
    name: 'rejections',
    events: `select count(*)::int as n from outbox.event where name = 'suggestion.rejected'`,
    rows: `select count(*)::int as n from pairing.review where decision = 'REJECTED'`,
  },
  {
    name: 'approvals',
    events: `select count(*)::int as n from outbox.event where name = 'suggestion.approved'`,
    rows: `select count(*)::int as n from pairing.review where decision = 'APPROVED'`,
  },
];

/** Event log, histories and rows tell one story. Only the database shows all three. */
export async function booksAgree(stack: Stack): Promise<CheckResult> {
  const { postgres } = stack;
  const findings = await talksAgree(stack);
  let looked = 0;
  for (const { name, row, history, key } of HISTORIES) {
    const [rows] = await postgres.query<{ n: number }>(`select count(*)::int as n from ${row}`);
    looked += rows?.n ?? 0;
    const wrong = await postgres.query<{ id: string; status: string; last: string | null }>(
      `select r.id, r.status, h.to_status as last from ${row} r
       left join lateral (select to_status from ${history} x where x.${key} = r.id order by version desc limit 1) h on true
       where h.to_status is distinct from r.status limit 100`,
    );
    for (const { id, status, last } of wrong) findings.push(`${name} ${id} is ${status}, its history ends with ${last ?? 'nothing'}`);
  }
  for (const { name, events, rows } of COUNTS) {
    const [told, stand] = [await postgres.query<{ n: number }>(events), await postgres.query<{ n: number }>(rows)];
    looked += 1;
    if (told[0]?.n !== stand[0]?.n) findings.push(`${name}: ${told[0]?.n} by the event log, ${stand[0]?.n} rows`);
  }
  return checkResult('event log, histories and rows agree', 'database', looked, findings);
}

/** An entry is in talks exactly while somebody was introduced and something is open; one that left keeps its state. */
async function talksAgree({ postgres }: Stack): Promise<string[]> {
  const rows = await postgres.query<{ id: string; status: string; open: number; introduced: number }>(
    `select s.id, s.status, count(p.id)::int as open, count(p.id) filter (where p.status not in ('ASKING', 'STALLED'))::int as introduced
     from scenario.scenario s left join pairing.pairing p on p.scenario_id = s.id and p.due_at is not null
     where s.status in ('PUBLISHED', 'IN_TALKS') group by 1, 2
     having (s.status = 'PUBLISHED' and count(p.id) filter (where p.status not in ('ASKING', 'STALLED')) > 0)
       or (s.status = 'IN_TALKS' and count(p.id) = 0) limit 100`,
  );
  return rows.map(({ id, status, open, introduced }) => `scenario ${id} is ${status} with ${open} open pairings, ${introduced} of them introduced`);
}

/** No scenario meets the same capabilities twice, and every accepted approval has its one pairing. */
export async function noPairingTwice({ postgres }: Stack, ledger: Ledger): Promise<CheckResult> {
  const findings: string[] = [];
  const twice = await postgres.query<{ key: string; n: number }>(
    `select scenario_id || '/' || member_key as key, count(*)::int as n from pairing.pairing
     where status not in ('UNDONE', 'LAPSED', 'DECLINED', 'NOT_LANDED') group by 1 having count(*) > 1`,
  );
  for (const { key, n } of twice) findings.push(`doubled: ${n} open pairings of ${key}`);
  const firms = await postgres.query<{ key: string; n: number }>(
    `select p.scenario_id || '/' || m.firm_id as key, count(distinct p.id)::int as n
     from pairing.pairing p join pairing.pairing_member m on m.pairing_id = p.id and m.left_at is null
     where p.status not in ('UNDONE', 'LAPSED', 'DECLINED', 'NOT_LANDED') group by 1 having count(distinct p.id) > 1`,
  );
  for (const { key, n } of firms) findings.push(`doubled: ${n} open pairings of scenario and firm ${key}`);
  const rows = await postgres.query<{ key: string; n: number }>(
    `select suggestion_id || '/' || opening as key, count(*)::int as n from pairing.pairing where status <> 'UNDONE' group by 1`,
  );
  const formed = new Map(rows.map(({ key, n }) => [key, n]));
  const approved = [...ledger.decisions].filter(([, { decision }]) => decision === 'APPROVED');
  for (const [key, { scenarioTitle }] of approved) {
    const pairings = formed.get(key) ?? 0;
    if (pairings !== 1) findings.push(`${pairings === 0 ? 'lost' : 'doubled'}: the approval for ${scenarioTitle} (${key}) has ${pairings} pairings`);
  }
  return checkResult('no pairing twice, none missing', 'database', approved.length, findings, { pairings: rows.length });
}

/** Nothing stuck: no event waits, no job, no delivery, and nothing was set aside that ought to have succeeded. */
export async function nothingStuck({ postgres }: Stack, quiet: QuietResult): Promise<CheckResult> {
  const findings = quiet.quiet ? [] : [`not quiet after ${quiet.tookMs} ms: ${JSON.stringify(quiet.last)}`];
  for (const { queue, name, id, reason, attempts } of quiet.failedJobs) {
    findings.push(`dead letter on ${queue}: ${name} ${id} after ${attempts} tries: ${reason}`);
  }
  const failed = await postgres.query<{ id: string; last_error: string }>(
    `select id, last_error from notification.delivery where status = 'FAILED' limit 100`,
  );
  for (const { id, last_error } of failed) findings.push(`delivery ${id} failed: ${last_error}`);
  return checkResult('nothing stuck', 'database', quiet.failedJobs.length, findings, { quietAfterMs: quiet.tookMs });
}
