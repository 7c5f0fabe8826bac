import type { Row } from 'exceljs';
import type { MatchedLists, Pairing, ScenarioPairings } from '../pairings';
import { lines, putPieces, putText } from './cell-words';
import { BAND_COLOUR, BAND_MARK, BODY, BODY_BOLD, CENTRE, COLOUR, dress, font, LAST_RULE, UNDER_ROW, WRAP } from './look';
import { type Book, type ColumnPlan, commit, heightFor, tableSheet } from './table-sheet';

const WIDTH = { number: 6, scenario: 24, publisher: 17, firm: 19, capability: 21, percent: 8, band: 10, reasons: 42, missing: 19, open: 14, row: 8 };
const COLUMNS: ColumnPlan[] = [
  { heading: '序号', width: WIDTH.number },
  { heading: '场景', width: WIDTH.scenario },
  { heading: '发布单位', width: WIDTH.publisher },
  { heading: '企业', width: WIDTH.firm },
  { heading: '能力', width: WIDTH.capability },
  { heading: '匹配度', width: WIDTH.percent },
  { heading: '档位', width: WIDTH.band },
  { heading: '理由', width: WIDTH.reasons },
  { heading: '未覆盖', width: WIDTH.missing },
  { heading: '待核实', width: WIDTH.open },
  { heading: '场景行', width: WIDTH.row },
  { heading: '能力行', width: WIDTH.row },
];
const MOST_REASONS = 5;

/** 配对建议: one row a suggestion, scenario by scenario, best first. */
export async function writePairings(book: Book, matched: MatchedLists, onRow: () => void): Promise<void> {
  const total = matched.results.reduce((sum, { pairings }) => sum + pairings.length, 0);
  const under = `${matched.files.scenarios} × ${matched.files.capabilities}，${matched.asOf}生成，共${total}项建议。匹配由系统计算，采用与否由人决定。`;
  const sheet = tableSheet(book, '配对建议', '场景与能力配对建议', under, COLUMNS);
  let number = 0;
  for (const result of matched.results) {
    for (const [rank, pairing] of result.pairings.entries()) {
      number++;
      const row = sheet.addRow([]);
      fill(row, number, result, pairing, matched);
      dressRow(row, pairing, rank, rank === result.pairings.length - 1);
      onRow();
      await commit(row, number);
    }
  }
  sheet.commit();
}

function fill(row: Row, number: number, { scenario }: ScenarioPairings, pairing: Pairing, matched: MatchedLists): void {
  const from = matched.scenarios.rows[scenario];
  const to = matched.capabilities.rows[pairing.capability];
  const reasons = pairing.reasons.slice(0, MOST_REASONS).map((reason) => reason.sentence);
  row.getCell(1).value = number;
  putText(row.getCell(2), from.title);
  putText(row.getCell(3), from.publisher);
  putText(row.getCell(4), to.firmName);
  putText(row.getCell(5), to.name);
  row.getCell(6).value = pairing.percent;
  putText(row.getCell(7), BAND_MARK[pairing.band]);
  putPieces(row.getCell(8), lines([pairing.summary, ...reasons]));
  putText(row.getCell(9), pairing.missing.join('、'));
  putText(row.getCell(10), pairing.toVerify.join('、'));
  row.getCell(11).value = from.row;
  row.getCell(12).value = to.row;
  row.height = heightFor([
    { text: from.title, width: WIDTH.scenario },
    { text: from.publisher, width: WIDTH.publisher },
    { text: to.firmName, width: WIDTH.firm },
    { text: to.name, width: WIDTH.capability },
    { text: [pairing.summary, ...reasons].join('\n'), width: WIDTH.reasons },
    { text: pairing.missing.join('、'), width: WIDTH.missing },
    { text: pairing.toVerify.join('、'), width: WIDTH.open },
  ]);
}

/** The scenario's name stands out once; its further rows repeat it quietly, for the filter's sake. */
function dressRow(row: Row, pairing: Pairing, rank: number, isLast: boolean): void {
  const border = isLast ? LAST_RULE : UNDER_ROW;
  const band = BAND_COLOUR[pairing.band];
  const faces: Record<number, object> = {
    1: { font: font(10, COLOUR.ink3), alignment: CENTRE },
    2: { font: rank === 0 ? BODY_BOLD : font(10, COLOUR.ink3) },
    3: { font: rank === 0 ? BODY : font(10, COLOUR.ink3) },
    5: { font: BODY_BOLD },
    6: { font: font(12, band, true), alignment: CENTRE },
    7: { font: font(10, band, true), alignment: CENTRE },
    9: { font: font(10, COLOUR.ink2) },
    10: { font: font(10, COLOUR.ochre) },
    11: { font: font(9, COLOUR.ink3), alignment: CENTRE },
    12: { font: font(9, COLOUR.ink3), alignment: CENTRE },
  };
  for (let column = 1; column <= COLUMNS.length; column++) {
    dress(row.getCell(column), { font: BODY, alignment: WRAP, border, ...faces[column] });
  }
}
