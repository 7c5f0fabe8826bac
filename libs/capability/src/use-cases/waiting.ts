import type { WorkingDays } from '@mantianxing/platform';
import type { Capability } from '../domain/capability';
import { CAPABILITY_DUE, type CapabilityStatus } from '../domain/capability-status';

/** Who has to act next and until when (MODEL.md section 2). */
export async function waitingOf(
  status: CapabilityStatus,
  now: Date,
  workingDays: WorkingDays,
): Promise<Pick<Capability, 'ownerRole' | 'dueAt'>> {
  const due = CAPABILITY_DUE[status];
  if (!due) return { ownerRole: null, dueAt: null };
  const dueAt = 'months' in due ? afterMonths(now, due.months) : await workingDays.after(now, due.workingDays);
  return { ownerRole: due.owner, dueAt };
}

/** Same day `months` later; the last day of the month where that one is shorter. */
export function afterMonths(from: Date, months: number): Date {
  const result = new Date(from);
  result.setUTCMonth(result.getUTCMonth() + months);
  if (result.getUTCDate() !== from.getUTCDate()) result.setUTCDate(0);
  return result;
}
