import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { readCapabilityList, readScenarioList } from './read-list';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'text-lists-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const titles = async (path: string) => (await readScenarioList(path)).rows.map(({ title, need }) => [title, need]);

const CSV = '场景名称,需求描述\n"停车,诱导","发布\n余位"\n㐱园巡查,识别行人\n';

describe('reading separated text', () => {
  it.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${CSV}`)],
    ['gb18030', encode(CSV, 'gb18030')],
    ['UTF-16 with its mark', encode(CSV, 'utf16le', { addBOM: true })],
    ['tabs', Buffer.from('场景名称\t需求描述\n停车,诱导\t"发布\n余位"\n㐱园巡查\t识别行人\n')],
    ['semicolons', Buffer.from('场景名称;需求描述\n停车,诱导;"发布\n余位"\n㐱园巡查;识别行人\n')],
  ])('reads %s, whatever the file is called', async (_, content) => {
    expect(await titles(file('list.xlsx', content))).toEqual([['停车,诱导', '发布\n余位'], ['㐱园巡查', '识别行人']]);
  });

  it('joins two header rows though text knows no merged cells', async () => {
    const text = '第一批清单,,,\n序号,场景名称,联系方式,\n,,联系人,电话\n1,停车诱导,张三,023-61234567\n';
    const { rows } = await readScenarioList(file('groups.csv', text));
    expect(rows).toMatchObject([{ row: 4, title: '停车诱导', contactName: '张三', contactPhone: '023-61234567' }]);
  });

  it('takes blanks under a firm for the merged cells they were, and says so once', async () => {
    const text = '企业名称,是否本地,产品名称\n山禾软件,是,停车云\n,,巡查云\n,,热线云\n川流智能,否,水域卫士\n';
    const { rows, problems } = await readCapabilityList(file('merged.csv', text));
    expect(rows.map((row) => [row.firmName, row.isLocal])).toEqual([
      ['山禾软件', true], ['山禾软件', true], ['山禾软件', true], ['川流智能', false],
    ]);
    expect(problems).toMatchObject([{ cell: 'A3', effect: 'NOTE', reason: '有2行空白，按合并单元格取了上一行的内容' }]);
  });

  it('names the line where quotes do not close', async () => {
    const path = file('quotes.csv', '场景名称,需求描述\n停车诱导,"发布余位\n');
    await expect(readScenarioList(path)).rejects.toThrow(/引号没有成对/);
  });
});

describe('reading JSON lines', () => {
  it('reads the short form with a body and the full form with fields', async () => {
    const short = file('short.jsonl', '{"id":"甲1","title":"停车诱导","body":"发布余位","sector":"交通出行","owner":"交通局"}\n');
    expect((await readScenarioList(short)).rows).toMatchObject([
      { row: 1, ref: '甲1', title: '停车诱导', need: '发布余位', sector: '交通出行', publisher: '交通局' },
    ]);
    const full = file('full.jsonl', JSON.stringify({
      id: '乙1', name: '停车云', firm: '山禾软件', kind: 'SERVICE', firmSize: '小', local: false, firstVersion: true,
      sectors: ['交通出行', '城市治理'], cases: ['甲区、乙区12处'],
      qualifications: [{ code: 'CMMI', level: '3', expires: '2028-03-31' }, { code: '高新技术企业', level: '', expires: '' }],
    }));
    expect((await readCapabilityList(full)).rows).toMatchObject([{
      name: '停车云', kind: 'SERVICE', firmSize: 'SMALL', isLocal: false, firstVersion: true,
      sectors: ['交通出行', '城市治理'], cases: ['甲区、乙区12处'],
      qualifications: [{ code: 'CMMI', level: '3', validUntil: '2028-03-31' }, { code: 'HNTE', level: '', validUntil: '' }],
    }]);
  });

  it('leaves out a broken line, names it and reads the others', async () => {
    const path = file('broken.jsonl', '{"title":"停车诱导","body":"发布余位"}\n{"title":"河道\n{"title":"工地巡查","body":"识别车辆"}\n');
    const { rows, problems } = await readScenarioList(path);
    expect(rows.map((row) => [row.row, row.title])).toEqual([[1, '停车诱导'], [3, '工地巡查']]);
    expect(problems).toMatchObject([{ row: 2, effect: 'ROW_SKIPPED', reason: '这一行不是完整的 JSON 对象' }]);
  });

  it('reads an array of objects as well', async () => {
    expect(await titles(file('list.json', ' [{"title":"停车诱导","need":"发布余位"}]'))).toEqual([['停车诱导', '发布余位']]);
  });
});
