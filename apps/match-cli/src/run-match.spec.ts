import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DISCLAIMER } from '@mantianxing/contracts';
import { Workbook, type CellValue, type Worksheet } from 'exceljs';
import type { MatchOptions } from './arguments';
import { runMatch } from './run-match';

jest.setTimeout(120_000);
let folder: string;
let said: string[];
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'run-match-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  said = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
});
afterEach(() => jest.restoreAllMocks());

const SCENARIOS = `编号,场景名称,业主单位,需求描述,技术关键词,投资估算（万元）
S1,=路内停车余位发布,区交通局,路内停车泊位余位实时发布和停车诱导，支持无感支付,停车诱导、物联网,80-120
S2,河道漂浮物发现,区水务局,利用视频自动发现河道漂浮物并派单处置,视频识别,60
S3,古琴曲谱打谱复原,区文化馆,把减字谱译成可演奏的曲谱,,很多
`;
const CAPABILITIES = `企业名称,产品名称,功能介绍,技术标签,联系电话
+山禾软件,停车云,提供停车余位发布、停车诱导和无感支付,停车诱导、物联网,13812345678
川流智能,水域视频卫士,视频识别河道漂浮物，自动派单,视频识别,13912345678
`;

function options(more: Partial<MatchOptions> = {}): MatchOptions {
  const scenarios = join(folder, 'scenarios.csv');
  const capabilities = join(folder, 'capabilities.csv');
  writeFileSync(scenarios, SCENARIOS);
  writeFileSync(capabilities, CAPABILITIES);
  return { scenarios, capabilities, out: join(folder, 'out.xlsx'), top: 10, ...more };
}

async function resultOf(asked: MatchOptions): Promise<Workbook> {
  await runMatch(asked);
  const book = new Workbook();
  await book.xlsx.readFile(asked.out);
  return book;
}
const wordsOf = (value: CellValue): string =>
  value && typeof value === 'object' && 'richText' in value ? value.richText.map((run) => run.text).join('') : String(value ?? '');
const rowsOf = (sheet: Worksheet | undefined): string[][] =>
  (sheet?.getSheetValues() ?? []).filter(Boolean).map((row) => Array.from(row as CellValue[]).slice(1).map(wordsOf));

describe('matching two lists from the command line', () => {
  it('writes the five sheets, best pairing first, with reasons a reader can check', async () => {
    const book = await resultOf(options());
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['配对建议', '按场景', '缺口', '读取情况', '说明']);
    const [, , header, first] = rowsOf(book.getWorksheet('配对建议'));
    expect(header).toEqual(['序号', '场景', '发布单位', '企业', '能力', '匹配度', '档位', '理由', '未覆盖', '待核实', '场景行', '能力行']);
    expect(first.slice(0, 5)).toEqual(['1', '=路内停车余位发布', '区交通局', '+山禾软件', '停车云']);
    expect(Number(first[5])).toBeGreaterThan(50);
    expect(first[6]).toBe('◆推荐');
    expect(first[7]).toContain('停车诱导');
    expect(first.slice(10)).toEqual(['2', '2']);
  });

  it('marks matched words in the reasons and in both texts', async () => {
    const book = await resultOf(options());
    const runs = (cell: CellValue) => (cell as { richText: { text: string; font: { bold?: boolean } }[] }).richText;
    const bold = (cell: CellValue) => runs(cell).filter((run) => run.font.bold).map((run) => run.text).join(' ');
    expect(bold(book.getWorksheet('配对建议')?.getCell('H4').value ?? null)).toContain('停车诱导');
    const block = book.getWorksheet('按场景');
    expect(bold(block?.getCell('A5').value ?? null)).toContain('停车');
    expect(bold(block?.getCell('E7').value ?? null)).toContain('停车');
  });

  it('is ready to filter and print', async () => {
    const sheet = (await resultOf(options())).getWorksheet('配对建议');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.autoFilter).toBe('A3:L3');
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: '3:3' });
    expect(sheet?.headerFooter.oddFooter).toContain(DISCLAIMER);
  });

  it('writes what looks like a formula as text', async () => {
    const sheet = (await resultOf(options())).getWorksheet('配对建议');
    for (const address of ['B4', 'D4']) {
      expect(sheet?.getCell(address).formula).toBeUndefined();
      expect(sheet?.getCell(address).numFmt).toBe('@');
    }
  });

  it('lists scenarios nobody answers, what was wrong in the lists, and the disclaimer; no contacts', async () => {
    const book = await resultOf(options());
    expect(rowsOf(book.getWorksheet('缺口')).flat()).toContain('古琴曲谱打谱复原');
    const reading = rowsOf(book.getWorksheet('读取情况'));
    expect(reading).toContainEqual(['场景清单', 'scenarios.csv', 'F4', '投资估算（万元）', '很多', '看不出金额', expect.any(String), '该值未采用']);
    expect(reading).toContainEqual(['场景清单', 'scenarios.csv', 'D', '需求描述', '建设需求', '', '', '明确']);
    expect(rowsOf(book.getWorksheet('说明')).flat()).toContain(DISCLAIMER);
    const everything = book.worksheets.flatMap((sheet) => rowsOf(sheet).flat()).join(' ');
    expect(everything).not.toContain('13812345678');
  });

  it('writes the same pairings as JSON', async () => {
    const json = join(folder, 'out.json');
    await runMatch(options({ json, top: 1 }));
    const { disclaimer, scenarios } = JSON.parse(readFileSync(json, 'utf8'));
    expect(disclaimer).toBe(DISCLAIMER);
    expect(scenarios).toHaveLength(3);
    expect(scenarios[0]).toMatchObject({ ref: 'S1', row: 2, gap: false, matches: [{ name: '停车云', row: 2, bandLabel: '推荐' }] });
    expect(scenarios[2]).toMatchObject({ ref: 'S3', gap: true });
  });

  it('tells what it did', async () => {
    await runMatch(options());
    expect(said.join('')).toMatch(/场景清单 scenarios\.csv：读到3条\n能力清单 capabilities\.csv：读到2条\n匹配完成：3个场景/);
    expect(said.join('')).toContain(DISCLAIMER);
  });
});

describe('what cannot be done from the command line', () => {
  const refusal = async (asked: MatchOptions) => runMatch(asked).then(() => 'written', (error) => error.message);

  it('leaves the old result as it was when a list cannot be read', async () => {
    const asked = options({ out: join(folder, 'kept.xlsx') });
    writeFileSync(asked.out, 'yesterday');
    writeFileSync(asked.capabilities, '姓名,年龄\n张三,30\n');
    expect(await refusal(asked)).toMatch(/^无法读取能力清单 .*没有找到“能力名称”一列/);
    expect(readFileSync(asked.out, 'utf8')).toBe('yesterday');
  });

  it('says so where a list has a header and nothing under it', async () => {
    const asked = options();
    writeFileSync(asked.scenarios, '场景名称,需求描述\n,只有需求\n');
    expect(await refusal(asked)).toMatch(/里没有一条能读的记录：第2行没有场景名称$/);
  });

  it('asks for a folder that exists, before any work is done', async () => {
    expect(await refusal(options({ out: join(folder, '没有', 'out.xlsx') }))).toMatch(/所在的文件夹不存在，请先建好文件夹。没有留下半个文件$/);
    expect(said).toEqual([]);
  });

  it('refuses to write over a folder', async () => {
    mkdirSync(join(folder, 'out-folder.xlsx'));
    expect(await refusal(options({ out: join(folder, 'out-folder.xlsx') }))).toMatch(/是一个文件夹，请写明文件名/);
  });

  it('writes neither file when one of them cannot be written, and leaves no temporary one', async () => {
    const asked = options({ out: join(folder, 'pair.xlsx'), json: '/dev/full/pair.json' });
    expect(await refusal(asked)).toMatch(/无法写出 \/dev\/full\/pair\.json：所在的路径不是文件夹/);
    expect(readdirSync(folder).filter((name) => name.includes('pair'))).toEqual([]);
  });
});
