/** What became of the row: left out, read without the value, or read as it stands. */
export type ProblemEffect = 'ROW_SKIPPED' | 'VALUE_IGNORED' | 'NOTE';
export const EFFECT_LABEL: Record<ProblemEffect, string> = {
  ROW_SKIPPED: '整行未读',
  VALUE_IGNORED: '该值未采用',
  NOTE: '已读取，请核对',
};

/** One thing in a sheet that a person should look at: where it stands, what is wrong, what to do. */
export interface RowProblem {
  sheet: string;
  row: number;
  /** The column's heading; empty where the whole row is meant. */
  column: string;
  /** D37, or empty where the whole row is meant. */
  cell: string;
  value: string;
  reason: string;
  remedy: string;
  effect: ProblemEffect;
}

/** How one column was understood. */
export interface ColumnReport {
  sheet: string;
  /** D */
  letter: string;
  heading: string;
  /** The field's Chinese name; empty where the column is not used. */
  field: string;
  score: number;
  note: string;
}
