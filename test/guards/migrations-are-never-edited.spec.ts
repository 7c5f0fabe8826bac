import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, ROOT } from './tree';

const FOLDER = 'libs/database/src/migrations';
const files = readdirSync(join(ROOT, FOLDER)).filter((file) => /^\d+-.*\.ts$/.test(file)).sort();
const sealed = JSON.parse(read(`${FOLDER}/checksums.json`)) as Record<string, string>;
const checksum = (text: string) => createHash('sha256').update(text).digest('hex');

describe('migrations', () => {
  it('are as they were when they were sealed; a change of mind is a new migration', () => {
    const edited = files.filter((file) => sealed[file] && sealed[file] !== checksum(read(`${FOLDER}/${file}`)));
    expect(edited).toEqual([]);
  });

  it('are all sealed: npm run migration:seal adds new ones', () => {
    expect(Object.keys(sealed).sort()).toEqual(files);
  });

  it('all stand in the index, oldest first', () => {
    const listed = [...read(`${FOLDER}/index.ts`).matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => `${name}.ts`);
    expect(listed).toEqual(files);
  });

  it('import no live code', () => {
    const imports = files.flatMap((file) => [...read(`${FOLDER}/${file}`).matchAll(/^import (?!type).*from '([^']+)'/gm)].map(([, from]) => `${file}: ${from}`));
    expect(imports.filter((line) => !line.endsWith(': typeorm'))).toEqual([]);
  });
});
