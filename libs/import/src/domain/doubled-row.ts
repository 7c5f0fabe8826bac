import { quote } from './cell-text';
import type { RowOrigin } from './imported';
import type { RowProblem } from './row-problem';

/** Leaves out an entry that stands in the list a second time; an 编号 used twice for different entries is noted. */
export function doubles<Entry extends RowOrigin & { ref: string }>(
  rows: Entry[],
  key: (entry: Entry) => string,
): { rows: Entry[]; problems: RowProblem[] } {
  const first = new Map<string, Entry>();
  const byRef = new Map<string, Entry>();
  const problems: RowProblem[] = [];
  for (const entry of rows) {
    const same = first.get(key(entry));
    if (same) {
      problems.push(problem(entry, `与第${same.row}行相同`, '请删去其中一行', 'ROW_SKIPPED'));
      continue;
    }
    first.set(key(entry), entry);
    const numbered = entry.ref && byRef.get(entry.ref);
    if (numbered) {
      problems.push(problem(entry, `编号“${quote(entry.ref, 20)}”与第${numbered.row}行重复`, '请改为不同的编号', 'NOTE'));
    } else if (entry.ref) byRef.set(entry.ref, entry);
  }
  return { rows: [...first.values()], problems };
}

function problem(entry: RowOrigin & { ref: string }, reason: string, remedy: string, effect: 'ROW_SKIPPED' | 'NOTE'): RowProblem {
  const { sheet, row, ref } = entry;
  return { sheet, row, column: '', cell: '', value: quote(ref), reason, remedy, effect };
}
