import { isGap, type MatchedLists } from '../pairings';
import { putNumber, putText } from './cell-words';
import { BODY, BODY_BOLD, CENTRE, look, UNDER_ROW, WRAP } from './look';
import { type Book, type ColumnPlan, commit, heightFor, tableSheet } from './table-sheet';

const COLUMNS: ColumnPlan[] = [
  { heading: '序号', width: 6, centred: true },
  { heading: '场景', width: 34 },
  { heading: '发布单位', width: 24 },
  { heading: '领域', width: 14 },
  { heading: '情况', width: 26 },
  { heading: '最接近的能力', width: 40 },
  { heading: '主要未覆盖', width: 40 },
  { heading: '场景行', width: 8, centred: true },
];

const PLAIN = look(BODY, WRAP, UNDER_ROW);
const STRONG = look(BODY_BOLD, WRAP, UNDER_ROW);
const CENTRED = look(BODY, CENTRE, UNDER_ROW);

/** 缺口: the scenarios nobody in the list answers, for a wider search or for inviting firms to the district. */
export async function writeGaps(book: Book, matched: MatchedLists): Promise<void> {
  const gaps = matched.results.filter(isGap);
  const under = gaps.length
    ? `${gaps.length}个场景没有达到“候选”的能力，可扩大征集，或转招商引资参考。`
    : '所有场景都有达到“候选”的能力。';
  const sheet = tableSheet(book, '缺口', '暂无匹配能力的场景', under, COLUMNS);
  for (const [index, { scenario, pairings }] of gaps.entries()) {
    const { title, publisher, sector, row: origin } = matched.scenarios.rows[scenario];
    const best = pairings[0];
    const near = best && matched.capabilities.rows[best.capability];
    const nearest = near ? `${near.firmName}　${near.name}（匹配度${best.percent}）` : '';
    const missing = best?.missing.join('、') ?? '';
    const state = best ? '只有弱匹配，仅供参考' : '没有接近的能力';
    const row = sheet.addRow([]);
    putNumber(row.getCell(1), index + 1, CENTRED);
    [title, publisher, sector, state, nearest, missing].forEach((text, at) => {
      putText(row.getCell(at + 2), text, at === 0 ? STRONG : PLAIN);
    });
    putNumber(row.getCell(8), origin, CENTRED);
    row.height = heightFor([{ text: title, width: 34 }, { text: nearest, width: 40 }, { text: missing, width: 40 }]);
    await commit(row, index);
  }
  sheet.commit();
}
