import type { WorkingDays } from '@mantianxing/platform';
import type { Scenario } from '../domain/scenario';
import { SCENARIO_DUE } from '../domain/scenario-status';

type Waiting = Pick<Scenario, 'ownerRole' | 'dueAt'>;

/** Who has to act next and until when (MODEL.md section 2); a step that keeps the state keeps its date. */
export async function waitingOf(
  scenario: Pick<Scenario, 'status' | 'deadline'>,
  before: Pick<Scenario, 'status' | 'deadline' | 'ownerRole' | 'dueAt'> | null,
  now: Date,
  workingDays: WorkingDays,
): Promise<Waiting> {
  const due = SCENARIO_DUE[scenario.status];
  if (!due) return { ownerRole: null, dueAt: null };
  if (due.workingDays === 'deadline')
    return { ownerRole: due.owner, dueAt: endOfDay(scenario.deadline, now) };
  if (before?.status === scenario.status && before.dueAt)
    return { ownerRole: due.owner, dueAt: before.dueAt };
  return { ownerRole: due.owner, dueAt: await workingDays.after(now, due.workingDays) };
}

/** The last moment of a day in Asia/Shanghai. */
const endOfDay = (day: string | null, now: Date): Date => (day ? new Date(`${day}T23:59:59.999+08:00`) : now);
