import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTogether } from './safe-file';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'safe-file-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const fails = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

describe('writing result files', () => {
  it('puts all of them in place and leaves nothing beside them', async () => {
    const paths = ['a.xlsx', 'b.json'].map((name) => join(folder, name));
    await writeTogether(paths.map((path) => ({ path, write: (temporary) => writeFile(temporary, 'new') })));
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'b.json']);
  });

  it('keeps the old files when a later one cannot be written', async () => {
    const [first, second] = ['a.xlsx', 'b.json'].map((name) => join(folder, name));
    writeFileSync(first, 'old');
    const files = [{ path: first, write: (t: string) => writeFile(t, 'new') }, { path: second, write: fails('ENOSPC') }];
    await expect(writeTogether(files)).rejects.toThrow(`无法写出 ${second}：所在的磁盘已满，请腾出空间后再试。没有留下半个文件`);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
    expect(readFileSync(first, 'utf8')).toBe('old');
  });

  it('names a file that another program holds open', async () => {
    const path = join(folder, 'a.xlsx');
    await expect(writeTogether([{ path, write: fails('EBUSY') }])).rejects.toThrow('正在 Excel、WPS 中打开，请关闭后再试');
  });

  it('passes a fault of the program on as it is', async () => {
    const path = join(folder, 'a.xlsx');
    const bug = () => Promise.reject(new TypeError('x is undefined'));
    await expect(writeTogether([{ path, write: bug }])).rejects.toThrow(TypeError);
  });
});
