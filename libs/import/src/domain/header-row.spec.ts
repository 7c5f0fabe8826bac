import { fillMerged, findHeader, joinHeadings } from './header-row';
import { SCENARIO_LIST } from './scenario-columns';
import type { MergedRange, Sheet } from './sheet';

const sheet = (rows: (string | null)[][], merges: MergedRange[] = []): Sheet => ({
  name: '清单',
  merges,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
});
const merge = (top: number, left: number, bottom: number, right: number): MergedRange => ({ top, left, bottom, right });
const fieldsOf = (table: Sheet) =>
  findHeader(fillMerged(table), SCENARIO_LIST)?.columns.map((column) => column.field);

describe('finding the header of a list', () => {
  it('finds it in the first row', () => {
    const table = sheet([['序号', '场景名称', '需求描述'], ['1', '河道巡查', '发现漂浮物']]);
    expect(findHeader(table, SCENARIO_LIST)?.dataFrom).toBe(1);
  });

  it('finds it under title and note rows', () => {
    const table = sheet([
      ['2026年第二批应用场景清单', null, null],
      ['说明：场景名称、需求描述为必填项，请各单位于月底前报送，涉密内容不得填报。', null, null],
      ['序号', '场景名称', '需求描述'],
      ['1', '河道巡查', '发现漂浮物'],
    ], [merge(1, 1, 1, 3), merge(2, 1, 2, 3)]);
    expect(findHeader(fillMerged(table), SCENARIO_LIST)?.dataFrom).toBe(3);
  });

  it('joins two header rows with merged groups', () => {
    const table = sheet([
      ['序号', '场景名称', '责任分工', null, '资金', null],
      [null, null, '牵头单位', '责任单位', '来源', '投资估算'],
      ['1', '河道巡查', '区水利局', '各街道', '区级财政', '80万'],
    ], [merge(1, 1, 2, 1), merge(1, 2, 2, 2), merge(1, 3, 1, 4), merge(1, 5, 1, 6)]);
    expect(fieldsOf(table)).toEqual(['serial', 'title', 'leadUnits', 'responsibleUnits', 'fundingSource', 'amount']);
  });

  it('reaches a group over the empty cells of a text file', () => {
    const headings = joinHeadings(sheet([['场景名称', '联系方式', ''], ['', '联系人', '电话']]).rows);
    expect(headings.map((heading) => heading.full)).toEqual(['场景名称', '联系方式·联系人', '联系方式·电话']);
  });

  it('finds none where no column names the scenario', () => {
    expect(findHeader(sheet([['姓名', '年龄'], ['张三', '30']]), SCENARIO_LIST)).toBeNull();
  });

  it('does not take a sheet of instructions for a list', () => {
    const table = sheet([['填写须知'], ['每行填一个应用场景，名称不要写简称，需求描述写清楚要解决什么。']]);
    expect(findHeader(table, SCENARIO_LIST)).toBeNull();
  });
});
