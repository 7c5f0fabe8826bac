import { workKeyOf, type Job } from '@mantianxing/contracts';
import type { JobLedger } from '@mantianxing/outbox';

/** Leaves out what is being worked on, or set aside for a person: asking once more would change nothing. */
export async function withoutUnfinished(ledger: JobLedger, asks: Job[]): Promise<Job[]> {
  if (asks.length === 0) return [];
  const unfinished = await ledger.unfinished(asks);
  return asks.filter((job) => !unfinished.has(workKeyOf(job)));
}
