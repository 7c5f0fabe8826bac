import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipFile } from '../../../../test/support/zip-file';
import { readCapabilityList, readScenarioList } from './read-list';

jest.setTimeout(60_000);
let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'refused-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const refusal = async (path: string) => readScenarioList(path).then(() => 'read', (error) => `${error.code} ${error.message}`);

/** An OLE file (MS-CFB) whose directory stands in sector `sector` and names one stream. */
function oleFile(stream: string, sector: number): Buffer {
  const bytes = Buffer.alloc(512 * (sector + 2) + 200_000);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(sector, 48);
  Buffer.from(stream, 'utf16le').copy(bytes, 512 * (sector + 1));
  return bytes;
}

describe('files that cannot be read as a list', () => {
  it.each([0, 300])('names a password-protected workbook, wherever its directory stands (sector %d)', async (sector) => {
    expect(await refusal(file('locked.xlsx', oleFile('EncryptedPackage', sector)))).toBe(
      'IMPORT_ENCRYPTED 工作簿设有打开密码，请先在 Excel 或 WPS 中取消密码再试',
    );
  });

  it('asks to save an old .xls anew', async () => {
    expect(await refusal(file('old.xls', oleFile('Workbook', 0)))).toBe(
      'IMPORT_OLD_XLS 这是旧版 .xls 工作簿，请用 Excel 或 WPS 另存为 .xlsx 后再试',
    );
  });

  it('names a broken workbook', async () => {
    const whole = zipFile([{ name: 'xl/workbook.xml', content: '<workbook/>' }]);
    expect(await refusal(file('cut.xlsx', whole.subarray(0, 40)))).toMatch(/^IMPORT_BROKEN 工作簿已损坏/);
    const parts = [{ name: '_rels/.rels', content: '<Relationships><Relationship' }];
    expect(await refusal(file('xml.xlsx', zipFile(parts)))).toMatch(/^IMPORT_BROKEN 工作簿已损坏/);
  });

  it('refuses a small workbook that would unpack to more than 100 MB, without unpacking it', async () => {
    const bomb = zipFile([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(101_000_000) }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(file('bomb.xlsx', bomb))).toMatch(/^IMPORT_TOO_LARGE 工作簿解压后超过100 MB/);
  });

  it('does not believe a workbook that lies about its size', async () => {
    const liar = zipFile([{ name: '_rels/.rels', content: Buffer.alloc(5_000_000, 32), declaredSize: 100 }]);
    expect(await refusal(file('liar.xlsx', liar))).toMatch(/^IMPORT_BROKEN/);
  });

  it('expands no entity of its own making: neither billions of laughs nor files of this machine', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><Relationships>&l9;</Relationships>`;
    expect(await refusal(file('laughs.xlsx', zipFile([{ name: '_rels/.rels', content: bomb }])))).toMatch(/^IMPORT_/);
    const outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><Relationships>&f;</Relationships>';
    expect(await refusal(file('outside.xlsx', zipFile([{ name: '_rels/.rels', content: outside }])))).toMatch(/^IMPORT_(?!.*root:)/);
  });

  it('refuses names that lead out of the archive, and writes nothing by them', async () => {
    const sly = zipFile([{ name: '../../escaped.xml', content: 'x' }]);
    expect(await refusal(file('sly.xlsx', sly))).toMatch(/^IMPORT_BROKEN/);
    expect(existsSync(join(folder, '..', '..', 'escaped.xml'))).toBe(false);
  });

  it('refuses a file over 100 MB before reading it', async () => {
    const path = file('huge.csv', '场景名称\n');
    truncateSync(path, 150_000_000);
    expect(await refusal(path)).toBe('IMPORT_TOO_LARGE 文件有150 MB，超过100 MB。请删去图片，或拆成几个文件再试');
  });

  it.each([
    ['a.docx', zipFile([{ name: 'word/document.xml', content: 'x' }]), /Word 文档/],
    ['a.zip', zipFile([{ name: '清单.xlsx', content: 'x' }]), /压缩包，不是工作簿/],
    ['a.ods', zipFile([{ name: 'content.xml', content: 'x' }]), /OpenDocument/],
    ['a.pdf', '%PDF-1.7', /PDF/],
    ['a.xls', '<html><table><tr><td>场景名称</td></tr></table></html>', /网页或 XML 格式/],
    ['a.png', Buffer.from('89504e470d0a1a0a0000', 'hex'), /图片/],
    ['a.bin', Buffer.from([1, 2, 0, 3, 4]), /认不出文件格式/],
    ['a.csv', '', /文件是空的/],
    ['b.csv', ' \n \n', /没有内容/],
  ])('says what %s is', async (name, content, expected) => {
    expect(await refusal(file(name, content))).toMatch(expected);
  });

  it('tells a missing file from a folder', async () => {
    mkdirSync(join(folder, '清单'));
    expect(await refusal(join(folder, '清单'))).toMatch(/这是一个文件夹/);
    expect(await refusal(join(folder, '没有.xlsx'))).toMatch(/找不到这个文件/);
  });

  it('says what was found and what is wanted where the needed column is missing', async () => {
    expect(await refusal(file('people.csv', '姓名,年龄,住址\n张三,30,甲街\n'))).toBe(
      'IMPORT_COLUMNS_MISSING 没有找到“场景名称”一列，无法读作场景清单。需要的表头如：场景名称、应用场景名称、场景、应用场景；表里看到的是：姓名、年龄、住址',
    );
  });

  it('notices when the two lists are given the wrong way round', async () => {
    const capabilities = file('c.csv', '企业名称,统一社会信用代码,产品名称,功能介绍,技术标签\n山禾,,停车云,余位发布,物联网\n');
    expect(await refusal(capabilities)).toMatch(/这像是能力清单，不是场景清单。请核对两个文件的先后顺序/);
    const scenarios = file('s.csv', '场景名称,需求描述,业主单位,资金来源,截止时间\n停车诱导,余位发布,交通局,财政,2026-12-31\n');
    await expect(readCapabilityList(scenarios)).rejects.toThrow('这像是场景清单，不是能力清单');
  });
});
