import { randomUUID } from 'node:crypto';
import type { ReviewQueueView } from '@mantianxing/contracts';
import { jobOf } from '@mantianxing/contracts';
import { BullmqJobQueue, queueBackend } from '@mantianxing/queue';
import { checkResult, type CheckResult } from '../findings';
import type { Ledger } from '../load/ledger';
import type { People } from '../load/people';
import { untilQuiet } from '../quiet';
import type { Stack } from '../stack';

interface Standing {
  key: string;
  status: string;
  band: string;
}

/**
 * Every accepted publication has its pairings: a calm, complete re-match of everything, on a stack that nobody
 * disturbs, finds exactly what stands already. Whatever it adds was lost, whatever it takes away should have gone.
 * A new capability reaches a scenario's 推荐 and 候选 at once, its best three 弱匹配 only at the scenario's next run
 * (`FindMatches.forCapability`): weak pairs may change and are counted.
 */
export async function pairingsAreComplete(stack: Stack, people: People, ledger: Ledger, withinMs: number): Promise<CheckResult> {
  const published = [...ledger.scenarios.values()].filter(({ status }) => status === 'PUBLISHED');
  const findings: string[] = [];
  const before = await standing(stack);
  const shownOpen = new Set<string>();
  for (const { id } of published) {
    const { rows } = await people.coordinator.read<ReviewQueueView>(`/api/suggestions?scenarioId=${id}&status=OPEN`);
    for (const row of rows) shownOpen.add(row.id);
  }
  await rematchEverything(stack);
  const calm = await untilQuiet(stack, withinMs);
  if (!calm.quiet) findings.push(`the calm re-match did not come to an end within ${withinMs} ms: ${JSON.stringify(calm.last)}`);
  const after = await standing(stack);
  const was = new Map(before.map((row) => [row.key, row]));
  const changed = after.filter(({ key, status }) => was.get(key)?.status !== status);
  const weak = changed.filter(({ key, band }) => band === 'WEAK' && (was.get(key)?.band ?? 'WEAK') === 'WEAK');
  for (const { key, status, band } of changed.filter((row) => !weak.includes(row))) {
    const { status: before, band: bandBefore } = was.get(key) ?? { status: 'missing', band: '' };
    findings.push(`${before === 'missing' ? 'lost: ' : ''}suggestion ${key}: ${before} ${bandBefore} before the calm re-match, ${status} ${band} after`);
  }
  const bare = published.filter(({ id }) => !after.some(({ key }) => key.startsWith(id)));
  for (const { id, title } of bare) findings.push(`scenario ${title} (${id}) has no suggestion at all`);
  const [rests] = await stack.postgres.query<{ n: number }>(`select count(*)::int as n from outbox.event where name = 'suggestion.held'`);
  return checkResult('every accepted publication has its pairings', 'http and database', published.length, findings, {
    suggestions: after.length,
    openOverHttp: shownOpen.size,
    putToRest: rests?.n ?? 0,
    atRest: after.filter(({ status }) => status === 'HELD').length,
    weakRefreshed: weak.length,
  });
}

/** Lists over HTTP end at 5,000 rows, so the whole set is read from the database. */
function standing(stack: Stack): Promise<Standing[]> {
  return stack.postgres.query<Standing>(`select scenario_id || '/' || member_key as key, status, band from pairing.suggestion`);
}

async function rematchEverything(stack: Stack): Promise<void> {
  const jobs = new BullmqJobQueue(queueBackend({ redisUrl: stack.redis?.url, databaseUrl: stack.postgres.url }));
  await jobs.add([jobOf('rebuild-index', { eventId: randomUUID() })]);
  await jobs.close();
}
