import { eventually } from './faults/gates';
import type { Stack } from './stack';

/** Recurring work that brings back what a part has forgotten; the last one comes only every few minutes. */
const MENDING = ['bring-back-jobs', 'revive-deliveries'];
const MENDING_SLOWLY = ['reconcile-promises'];

/**
 * Waits until the product has looked after itself once more since now, at most `withinMs`. A queue that was emptied is
 * quiet at once: only after this round has nothing been forgotten.
 */
export async function roundOfMending({ postgres }: Stack, short: boolean, withinMs: number): Promise<boolean> {
  const [clock] = await postgres.query<{ now: Date }>('select now()');
  return eventually(async () => {
    const behind = await postgres.query(
      `select 1 from recurring.task where name = any($1)
       and not (coalesce(last_started_at > $2, false) and last_finished_at >= last_started_at and failures = 0)`,
      [short ? MENDING : [...MENDING, ...MENDING_SLOWLY], clock?.now],
    );
    return behind.length === 0;
  }, withinMs, 1000);
}

/** What the product says it has mended by itself, by promise. */
export async function mendedByItself({ postgres }: Stack): Promise<Record<string, number>> {
  const [there] = await postgres.query<{ log: string | null }>(`select to_regclass('recurring.reconciliation')::text as log`);
  if (!there?.log) return {};
  const rows = await postgres.query<{ name: string; mended: number }>(
    `select c ->> 'name' as name, sum((c ->> 'mended')::int)::int as mended
     from recurring.reconciliation r, jsonb_array_elements(r.checks) c group by 1`,
  );
  return Object.fromEntries(rows.filter(({ mended }) => mended > 0).map(({ name, mended }) => [name, mended]));
}
