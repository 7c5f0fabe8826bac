import { EFFECT_LABEL, type ColumnReport, type ReadList, type RowOrigin, type RowProblem } from '@mantianxing/import';
import type { Worksheet } from 'exceljs';
import type { MatchedLists } from '../pairings';
import { putText } from './cell-words';
import { BODY, COLOUR, font, look, UNDER_ROW, WRAP } from './look';
import { type Book, HEADER_LOOK, heading, heightFor, openSheet } from './table-sheet';

const WIDTHS = [12, 20, 10, 20, 24, 34, 44, 16];
const MOST_PROBLEMS = 2_000;
const PLAIN = look(BODY, WRAP, UNDER_ROW);
const SERIOUS = look(font(10, COLOUR.cinnabar), WRAP, UNDER_ROW);
const SECTION = look(font(12, COLOUR.river, true), { vertical: 'middle' });

/** 读取情况: what every column was taken for, and every row or cell a person should look at. */
export function writeReading(book: Book, matched: MatchedLists): void {
  const sheet = openSheet(book, '读取情况', WIDTHS, 2);
  heading(sheet, '清单读取情况', '请先看“需要核对”：改好原表后再运行一次即可。', WIDTHS.length);
  const lists: [string, string, ReadList<RowOrigin>][] = [
    ['场景清单', matched.files.scenarios, matched.scenarios],
    ['能力清单', matched.files.capabilities, matched.capabilities],
  ];
  section(sheet, '概况', ['清单', '文件', '', '工作表', '读到', '未读的行', '', '']);
  for (const [label, file, list] of lists) {
    const skipped = list.problems.filter((problem) => problem.effect === 'ROW_SKIPPED').length;
    const left = `${skipped}行有问题未读；${list.leftOut.length}行是合计、说明等`;
    line(sheet, [label, file, '', list.sheet, `${list.rows.length}条`, left]);
  }
  section(sheet, '需要核对', ['清单', '工作表', '单元格', '列', '原来的内容', '原因', '建议', '处理']);
  for (const [label, , list] of lists) problems(sheet, label, list.problems);
  section(sheet, '列的识别', ['清单', '工作表', '列', '表头', '识别为', '说明', '', '把握']);
  for (const [label, , list] of lists) list.columns.forEach((column) => columnLine(sheet, label, column));
  section(sheet, '没有当作条目的行', ['清单', '工作表', '行', '原因', '内容', '', '', '']);
  for (const [label, , list] of lists) {
    for (const { row, reason, text } of list.leftOut.slice(0, MOST_PROBLEMS)) {
      line(sheet, [label, list.sheet, `第${row}行`, reason, text]);
    }
  }
  sheet.commit();
}

function problems(sheet: Worksheet, label: string, all: RowProblem[]): void {
  if (!all.length) line(sheet, [label, '', '', '', '没有需要核对的内容']);
  for (const problem of all.slice(0, MOST_PROBLEMS)) {
    const place = problem.cell || (problem.row ? `第${problem.row}行` : '');
    const { sheet: name, column, value, reason, remedy, effect } = problem;
    line(sheet, [label, name, place, column, value, reason, remedy, EFFECT_LABEL[effect]], effect === 'ROW_SKIPPED');
  }
  const rest = all.length - MOST_PROBLEMS;
  if (rest > 0) line(sheet, [label, '', '', '', `另有${rest}处，未逐一列出`]);
}

function columnLine(sheet: Worksheet, label: string, column: ColumnReport): void {
  const sure = column.field === '' ? '' : column.score >= 90 ? '明确' : '较像，请核对';
  line(sheet, [label, column.sheet, column.letter, column.heading, column.field || '（未使用）', column.note, '', sure]);
}

function section(sheet: Worksheet, title: string, headings: string[]): void {
  sheet.addRow([]).commit();
  const row = sheet.addRow([]);
  row.height = 24;
  putText(row.getCell(1), title, SECTION);
  row.commit();
  const header = sheet.addRow([]);
  headings.forEach((text, index) => putText(header.getCell(index + 1), text, HEADER_LOOK));
  header.commit();
}

function line(sheet: Worksheet, texts: string[], isSerious = false): void {
  const row = sheet.addRow([]);
  WIDTHS.forEach((_, index) => putText(row.getCell(index + 1), texts[index] ?? '', isSerious && index >= 5 ? SERIOUS : PLAIN));
  row.height = heightFor(texts.map((text, index) => ({ text, width: WIDTHS[index] })));
  row.commit();
}
