import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook, type Worksheet } from 'exceljs';
import { workbookAround } from '../../../../test/support/zip-file';
import { readCapabilityList, readScenarioList } from './read-list';

jest.setTimeout(60_000);
let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'read-workbook-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER_TOP = ['序号', '场景名称', '业主单位', '场景描述', '', '责任分工', '', '资金保障', '', '截止时间'];
const HEADER_LOW = ['', '', '', '建设需求', '不包含内容', '牵头单位', '责任单位', '资金来源', '投资估算（万元）', ''];

function fillScenarios(sheet: Worksheet): void {
  sheet.addRow(['２０２６年第二批应用场景需求清单']);
  sheet.addRow(['说明：以正式发布为准；填报日期：2026年11月']);
  sheet.addRow(HEADER_TOP);
  sheet.addRow(HEADER_LOW);
  sheet.addRow([1, '河道漂浮物巡查', '区水务局', '自动发现漂浮物', '不含打捞', '区水务局', '甲街道、乙街道', '区级财政', '８０－１２０', '2026年12月31日']);
  sheet.addRow([2, '湖泊藻类预警', null, '预报藻类暴发', '', '区水务局', '甲街道', '专项债', '1.2亿元', new Date(Date.UTC(2027, 0, 15))]);
  sheet.addRow([3, { richText: [{ text: '夜间' }, { text: '工地', font: { bold: true } }, { text: '巡查' }] }, '区环保局', { formula: '"识别"&"车辆"', result: '识别车辆' }, '', '', '', '自筹', '550,000元', '12月31日前']);
  sheet.addRow(['合计', '3项']);
  for (const range of ['A1:J1', 'A2:J2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:G3', 'H3:I3', 'J3:J4', 'C5:C6']) sheet.mergeCells(range);
}

async function saved(name: string, build: (book: Workbook) => void): Promise<string> {
  const book = new Workbook();
  build(book);
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

describe('reading a workbook as offices keep it', () => {
  it('reads title rows, merged groups, full-width digits, 万元, 亿元 and three date styles', async () => {
    const path = await saved('office.xlsx', (book) => {
      fillScenarios(book.addWorksheet('填表说明').workbook.addWorksheet('清单'));
    });
    const list = await readScenarioList(path);
    expect(list.problems).toEqual([]);
    expect(list.leftOut).toEqual([{ row: 8, reason: '合计行', text: '合计 3项' }]);
    expect(list.rows).toMatchObject([
      { row: 5, title: '河道漂浮物巡查', ownerUnit: '区水务局', need: '自动发现漂浮物', outOfScope: '不含打捞', responsibleUnits: ['甲街道', '乙街道'], fundingMinFen: 80_000_000, fundingMaxFen: 120_000_000, deadline: '2026-12-31' },
      { row: 6, title: '湖泊藻类预警', ownerUnit: '区水务局', fundingSource: 'BOND', fundingMinFen: 12_000_000_000, deadline: '2027-01-15' },
      { row: 7, title: '夜间工地巡查', need: '识别车辆', fundingMaxFen: 55_000_000, deadline: '2026-12-31' },
    ]);
    expect(list.columns.find((column) => column.letter === 'I')).toMatchObject({ heading: '资金保障 › 投资估算（万元）', field: '投资估算', score: 100 });
  });

  it('reads the sheet that is a list and leaves hidden ones alone', async () => {
    const path = await saved('hidden.xlsx', (book) => {
      fillScenarios(book.addWorksheet('旧', { state: 'hidden' }));
      const sheet = book.addWorksheet('新');
      sheet.addRows([['场景名称', '需求描述'], ['停车诱导', '发布余位']]);
    });
    const list = await readScenarioList(path);
    expect(list.sheet).toBe('新');
    expect(list.rows.map((row) => row.title)).toEqual(['停车诱导']);
  });

  it('names other sheets that look like lists too', async () => {
    const path = await saved('two.xlsx', (book) => {
      book.addWorksheet('一').addRows([['场景名称', '需求描述', '业主单位'], ['停车诱导', '发布余位', '交通局']]);
      book.addWorksheet('二').addRows([['场景名称', '需求描述'], ['河道巡查', '发现漂浮物']]);
    });
    const { sheet, problems } = await readScenarioList(path);
    expect(sheet).toBe('一');
    expect(problems).toMatchObject([{ sheet: '二', effect: 'NOTE', reason: '这张工作表也像清单，本次只读了“一”' }]);
  });

  it('reads firms merged over their products, and units hidden in number formats', async () => {
    const path = await saved('firms.xlsx', (book) => {
      const sheet = book.addWorksheet('能力');
      sheet.addRows([['企业名称', '统一社会信用代码', '产品名称', '功能介绍', '参考报价', '资质'], ['山禾软件', '91350100M000100Y43', '停车云', '余位发布', 30, 'CMMI-3'], [null, null, '巡查云', '漂浮物识别', 50, '']]);
      sheet.mergeCells('A2:A3');
      sheet.mergeCells('B2:B3');
      sheet.getCell('E2').numFmt = '0"万元"';
    });
    const { rows } = await readCapabilityList(path);
    expect(rows).toMatchObject([
      { firmName: '山禾软件', uscc: '91350100M000100Y43', name: '停车云', price: '30万元', qualifications: [{ code: 'CMMI', level: '3', validUntil: '' }] },
      { firmName: '山禾软件', uscc: '91350100M000100Y43', name: '巡查云', price: '50', qualifications: [] },
    ]);
  });

  it('reads the XML of programs that write prefixes, inline runs and no addresses', async () => {
    const cell = (...runs: string[]): string => `<x:c t="inlineStr"><x:is>${runs.map((run) => `<x:r><x:t>${run}</x:t></x:r>`).join('')}<x:rPh><x:t>pinyin</x:t></x:rPh></x:is></x:c>`;
    const rows = [[cell('场景', '名称'), cell('需求描述')], [cell('停车_x000D_诱导'), cell('发布', '余位')]];
    const xml = `<x:worksheet xmlns:x="x"><x:sheetData>${rows.map((cells) => `<x:row>${cells.join('')}</x:row>`).join('')}</x:sheetData></x:worksheet>`;
    const path = join(folder, 'prefixed.xlsx');
    writeFileSync(path, workbookAround(xml));
    expect((await readScenarioList(path)).rows).toMatchObject([{ row: 2, title: '停车诱导', need: '发布余位' }]);
  });
});

describe('rows with mistakes in a workbook', () => {
  it('are named by cell, with reason and remedy, while the others are read', async () => {
    const path = await saved('faults.xlsx', (book) => {
      book.addWorksheet('清单').addRows([
        ['场景名称', '需求描述', '投资估算', '截止时间'],
        ['停车诱导', '发布余位', '很多钱', '2026-02-30'],
        [null, '没有名字的需求', '80万元', ''],
        ['河道巡查', '发现漂浮物', '80万元', '长期有效'],
        ['河道巡查', '发现漂浮物', '80万元', ''],
        ['工地巡查', { error: '#REF!' }, '80', ''],
      ]);
    });
    const { rows, problems } = await readScenarioList(path);
    expect(rows.map((row) => row.title)).toEqual(['停车诱导', '河道巡查', '工地巡查']);
    const told = problems.map(({ row, cell, effect, reason }) => `${row} ${cell} ${effect} ${reason}`).sort();
    expect(told).toEqual([
      '2 C2 VALUE_IGNORED 看不出金额',
      '2 D2 VALUE_IGNORED 日历上没有这一天',
      '3 A3 ROW_SKIPPED 没有场景名称',
      '5  ROW_SKIPPED 与第4行相同',
      '6 B6 NOTE 没有需求描述',
      '6 B6 VALUE_IGNORED 单元格里的公式出错',
      '6 C6 NOTE 没有写单位，按万元理解',
    ]);
    expect(problems.every((problem) => problem.remedy)).toBe(true);
  });

  it('reads ten thousand emoji in a need without harm', async () => {
    const need = '🏙️'.repeat(5_000);
    const path = await saved('emoji.xlsx', (book) => {
      book.addWorksheet('清单').addRows([['场景名称', '需求描述'], ['城市运行', need]]);
    });
    expect((await readScenarioList(path)).rows[0].need).toBe(need);
  });
});
