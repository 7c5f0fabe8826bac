import type { Band } from '@mantianxing/contracts';
import type { Row } from 'exceljs';
import type { MatchedLists, Pairing, ScenarioPairings } from '../pairings';
import { lines, putNumber, putPieces, putText } from './cell-words';
import { BAND_COLOUR, BAND_MARK, BODY, BODY_BOLD, CENTRE, COLOUR, font, LAST_RULE, look, UNDER_ROW, WRAP } from './look';
import { type Book, type ColumnPlan, commit, heightFor, tableSheet } from './table-sheet';

const WIDTH = { number: 6, scenario: 25, publisher: 18, firm: 20, capability: 22, percent: 8, band: 10, reasons: 42, missing: 21, open: 15, row: 8 };
const COLUMNS: ColumnPlan[] = [
  { heading: '序号', width: WIDTH.number, centred: true },
  { heading: '场景', width: WIDTH.scenario },
  { heading: '发布单位', width: WIDTH.publisher },
  { heading: '企业', width: WIDTH.firm },
  { heading: '能力', width: WIDTH.capability },
  { heading: '匹配度', width: WIDTH.percent, centred: true },
  { heading: '档位', width: WIDTH.band, centred: true },
  { heading: '理由', width: WIDTH.reasons },
  { heading: '未覆盖', width: WIDTH.missing },
  { heading: '待核实', width: WIDTH.open },
  { heading: '场景行', width: WIDTH.row, centred: true },
  { heading: '能力行', width: WIDTH.row, centred: true },
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
      fill(row, number, result, pairing, matched, looksOf(pairing.band, rank === 0, rank === result.pairings.length - 1));
      onRow();
      await commit(row, number);
    }
  }
  sheet.commit();
}

function fill(
  row: Row,
  number: number,
  { scenario }: ScenarioPairings,
  pairing: Pairing,
  matched: MatchedLists,
  looks: RowLooks,
): void {
  const from = matched.scenarios.rows[scenario];
  const to = matched.capabilities.rows[pairing.capability];
  const sentences = [pairing.summary, ...pairing.reasons.slice(0, MOST_REASONS).map((reason) => reason.sentence)];
  const missing = pairing.missing.join('、');
  const open = pairing.toVerify.join('、');
  putNumber(row.getCell(1), number, looks.aside);
  putText(row.getCell(2), from.title, looks.title);
  putText(row.getCell(3), from.publisher, looks.publisher);
  putText(row.getCell(4), to.firmName, looks.body);
  putText(row.getCell(5), to.name, looks.strong);
  putNumber(row.getCell(6), pairing.percent, looks.figure);
  putText(row.getCell(7), BAND_MARK[pairing.band], looks.band);
  putPieces(row.getCell(8), lines(sentences), looks.body);
  putText(row.getCell(9), missing, looks.missing);
  putText(row.getCell(10), open, looks.open);
  putNumber(row.getCell(11), from.row, looks.aside);
  putNumber(row.getCell(12), to.row, looks.aside);
  row.height = heightFor([
    { text: from.title, width: WIDTH.scenario },
    { text: from.publisher, width: WIDTH.publisher },
    { text: to.firmName, width: WIDTH.firm },
    { text: to.name, width: WIDTH.capability },
    { text: sentences.join('\n'), width: WIDTH.reasons },
    { text: missing, width: WIDTH.missing },
    { text: open, width: WIDTH.open },
  ]);
}

type RowLooks = ReturnType<typeof makeLooks>;
const known = new Map<string, RowLooks>();

function looksOf(band: Band, isFirst: boolean, isLast: boolean): RowLooks {
  const key = `${band}${isFirst}${isLast}`;
  const looks = known.get(key) ?? makeLooks(band, isFirst, isLast);
  known.set(key, looks);
  return looks;
}

/** The scenario's name stands out once; its further rows repeat it quietly, for the filter's sake. */
function makeLooks(band: Band, isFirst: boolean, isLast: boolean) {
  const border = isLast ? LAST_RULE : UNDER_ROW;
  const colour = BAND_COLOUR[band];
  return {
    body: look(BODY, WRAP, border),
    strong: look(BODY_BOLD, WRAP, border),
    title: look(isFirst ? BODY_BOLD : font(10, COLOUR.ink3), WRAP, border),
    publisher: look(isFirst ? BODY : font(10, COLOUR.ink3), WRAP, border),
    figure: look(font(12, colour, true), CENTRE, border),
    band: look(font(10, colour, true), CENTRE, border),
    missing: look(font(10, COLOUR.ink2), WRAP, border),
    open: look(font(10, COLOUR.ochre), WRAP, border),
    aside: look(font(9, COLOUR.ink3), CENTRE, border),
  };
}
