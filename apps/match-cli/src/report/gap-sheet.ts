import { isGap, type MatchedLists } from '../pairings';
import { putText } from './cell-words';
import { BODY, BODY_BOLD, CENTRE, dress, UNDER_ROW, WRAP } from './look';
import { type Book, type ColumnPlan, commit, heightFor, tableSheet } from './table-sheet';

const COLUMNS: ColumnPlan[] = [
  { heading: '序号', width: 6 },
  { heading: '场景', width: 34 },
  { heading: '发布单位', width: 24 },
  { heading: '领域', width: 14 },
  { heading: '情况', width: 26 },
  { heading: '最接近的能力', width: 40 },
  { heading: '主要未覆盖', width: 40 },
  { heading: '场景行', width: 8 },
];

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
    row.getCell(1).value = index + 1;
    [title, publisher, sector, state, nearest, missing].forEach((text, at) => putText(row.getCell(at + 2), text));
    row.getCell(8).value = origin;
    COLUMNS.forEach((_, at) => {
      const centred = at === 0 || at === COLUMNS.length - 1;
      const face = { font: at === 1 ? BODY_BOLD : BODY, alignment: centred ? CENTRE : WRAP, border: UNDER_ROW };
      dress(row.getCell(at + 1), face);
    });
    row.height = heightFor([{ text: title, width: 34 }, { text: nearest, width: 40 }, { text: missing, width: 40 }]);
    await commit(row, index);
  }
  sheet.commit();
}
