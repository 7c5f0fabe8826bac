/** Rows with a date of their own whose owner is told on the day, and whose coordinator 14 days later (MODEL.md section 2). */
export const DUE_KINDS = ['scenario', 'capability', 'suggestion', 'pairing'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** PASSED: its day has come, the owner hears of it. ESCALATED: it is two weeks over, the coordinator does. */
export type DueStage = 'PASSED' | 'ESCALATED';

export const ESCALATED_AFTER_MS = 14 * 86_400_000;

/** One row, or all rows of a scenario that wait for the same person. */
export interface DueRow {
  subjectId: string;
  districtCode: string;
  /** How many rows it stands for. */
  rows: number;
}
