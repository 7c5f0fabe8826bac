import { entryRows } from './entry-rows';
import { findHeader, type Header } from './header-row';
import { SCENARIO_LIST, type ScenarioField } from './scenario-columns';
import type { MergedRange, Sheet } from './sheet';

const HEADER = ['序号', '场景名称', '需求描述', '备注'];
function cut(rows: (string | null)[][], merges: MergedRange[] = []) {
  const cells = [HEADER, ...rows];
  const sheet: Sheet = { name: '清单', merges, rows: cells.map((row, index) => ({ number: index + 1, cells: row })) };
  return entryRows(sheet, findHeader(sheet, SCENARIO_LIST) as Header<ScenarioField>, SCENARIO_LIST);
}

describe('cutting the rows of a list into entries', () => {
  it.each([
    [['合计', '2项', null, null], '合计行'],
    [['小计', null, null, null], '合计行'],
    [['备注：以批复为准', null, null, null], '说明行'],
    [['填表人：张三', null, '审核人：李四', null], '说明行'],
    [['一、政务服务类', null, null, null], '分组或说明行'],
    [HEADER, '重复的表头'],
    [['1', '2', '3', '4'], '列号行'],
    [['7', null, null, null], '只有序号'],
  ])('leaves out %j as %s', (row, reason) => {
    const { entries, leftOut } = cut([['1', '河道巡查', '发现漂浮物', null], row]);
    expect(entries.map((entry) => entry.number)).toEqual([2]);
    expect(leftOut).toEqual([expect.objectContaining({ row: 3, reason })]);
  });

  it('keeps an entry that has nothing but its name', () => {
    expect(cut([['1', '河道巡查', null, null]]).entries).toHaveLength(1);
  });

  it('keeps every row of a list of names alone', () => {
    const rows = ['场景名称', '河道巡查', '停车诱导'].map((name, index) => ({ number: index + 1, cells: [name] }));
    const sheet: Sheet = { name: '清单', merges: [], rows };
    const header = findHeader(sheet, SCENARIO_LIST) as Header<ScenarioField>;
    expect(entryRows(sheet, header, SCENARIO_LIST).entries).toHaveLength(2);
  });

  it('keeps an entry without a name, so that it can be reported', () => {
    expect(cut([['1', null, '发现漂浮物', null]]).entries).toHaveLength(1);
  });

  it('puts the rows of one entry together where its name is merged over them', () => {
    const rows = [['1', '河道巡查', '发现漂浮物', null], [null, null, '识别排污', null], ['2', '停车诱导', '余位发布', null]];
    const { entries } = cut(rows, [{ top: 2, left: 2, bottom: 3, right: 2 }]);
    expect(entries.map((entry) => entry.rows.map((row) => row.number))).toEqual([[2, 3], [4]]);
  });

  it('gives every row its share of a merged unit', () => {
    const rows = [['1', '河道巡查', '发现漂浮物', '同一单位'], ['2', '停车诱导', '余位发布', null]];
    const { entries } = cut(rows, [{ top: 2, left: 4, bottom: 3, right: 4 }]);
    expect(entries[1].rows[0].cells[3]).toBe('同一单位');
  });
});
