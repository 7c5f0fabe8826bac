import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { read, repositoryFiles, ROOT } from './tree';

const readmes = repositoryFiles().filter((path) => path.endsWith('README.md'));
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
const PATH = /^(?:\.\/|\.\.\/)?[\w.@-]+(?:\/[\w.@-]+)+\/?$/;
const OF_THE_HOUSE = /^(?:apps|libs|test|src|\.ci|\.docker|\.github|\.\.?)\//;

/** Paths a README names: link targets, and code that reads as a path of this house. */
function pathsIn(text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) => target);
  const code = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, words]) => words);
  return [...links, ...code.filter((words) => PATH.test(words) && OF_THE_HOUSE.test(words))];
}

function exists(path: string, readme: string): boolean {
  return existsSync(join(ROOT, dirname(readme), normalize(path))) || existsSync(join(ROOT, normalize(path)));
}

describe('READMEs', () => {
  it.each(readmes)('%s names only paths that exist', (readme) => {
    expect(pathsIn(read(readme)).filter((path) => !exists(path, readme))).toEqual([]);
  });

  it.each(readmes)('%s names only npm scripts that exist', (readme) => {
    const named = [...read(readme).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it.each(readmes.filter((path) => path !== 'README.md'))('%s says it in 40 lines', (readme) => {
    expect(read(readme).trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });

  it('stand in every lib and every app', () => {
    const houses = ['apps', 'libs'].flatMap((part) => readdirSync(join(ROOT, part)).map((name) => `${part}/${name}/README.md`));
    expect(houses.filter((readme) => !existsSync(join(ROOT, readme)))).toEqual([]);
  });

  it('would be caught naming a path that is not there', () => {
    expect(pathsIn('see `libs/scenario/src/gone.ts` and [that](./gone.md)').filter((path) => !exists(path, 'README.md'))).toHaveLength(2);
  });
});
