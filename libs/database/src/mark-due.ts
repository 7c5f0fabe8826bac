import type { EntityManager } from 'typeorm';
import type { DueRow, DueStage } from '@mantianxing/contracts';

/** The column that remembers a stage, and the rows it is still to be told of. */
export const DUE_COLUMN: Record<DueStage, { column: string; untold: string }> = {
  PASSED: { column: 'overdue_told_at', untold: 'overdue_told_at is null' },
  ESCALATED: { column: 'escalated_at', untold: 'escalated_at is null and overdue_told_at is not null' },
};

/** Tables whose rows fall due one by one. */
type DueTable = 'scenario.scenario' | 'capability.capability' | 'pairing.pairing';

export interface DueWanted {
  stage: DueStage;
  statuses: readonly string[];
  until: Date;
  at: Date;
  limit: number;
}

/** Marks rows due by `until` in one of `statuses`, the oldest first; rows another session holds are passed over. */
export function markDue(manager: EntityManager, table: DueTable, { stage, statuses, until, at, limit }: DueWanted): Promise<DueRow[]> {
  const { column, untold } = DUE_COLUMN[stage];
  return manager.query(
    `with due as (
       select id from ${table} where due_at <= $1 and ${untold} and status = any($4)
       order by due_at, id limit $3 for update skip locked),
     told as (update ${table} t set ${column} = $2 from due where t.id = due.id returning t.id, t.district_code)
     select id as "subjectId", district_code as "districtCode", 1 as rows from told`,
    [until, at, limit, statuses],
  );
}
