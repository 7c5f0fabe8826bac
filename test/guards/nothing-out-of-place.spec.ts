import { read, repositoryFiles, textFiles } from './tree';

/** A rule over every text file, and the few places whose business the words are. */
const BANNED: { what: string; pattern: RegExp; except?: RegExp }[] = [
  { what: 'a path of one machine', pattern: /(?:^|["'`\s(=])\/(?:work|tmp|root|home|Users)\/\w/m },
  { what: 'a private key', pattern: /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/ },
  { what: 'a token of a service', pattern: /\b(?:ghp_|gho_|github_pat_|sk-[a-z]+-|AKIA|xox[abp]-|npm_)[A-Za-z0-9_-]{16,}/ },
  { what: 'a password in an address', pattern: /:\/\/[\w.-]+:(?=[^@]*\d)[A-Za-z0-9]{12,}@/ },
  { what: 'work left undone', pattern: /\b(?:TODO|FIXME|XXX)\b/, except: /^test\/guards\// },
  { what: 'a check switched off', pattern: /@ts-ignore|@ts-nocheck|eslint-disable/, except: /^test\/guards\// },
  { what: 'a test left out', pattern: /\b(?:describe|it|test)\.(?:skip|only|todo)\(/, except: /^test\/(?:guards|support\/servers\.ts)/ },
];
const GRAB_BAGS = /(?:^|\/)(?:utils?|commons?|helpers?|managers?|misc|shared)(?:\/|\.(?:ts|tsx|mjs|cjs)$)/;

describe('nothing stands where it does not belong', () => {
  it.each(BANNED)('$what', ({ pattern, except }) => {
    expect(textFiles().filter((path) => !except?.test(path) && pattern.test(read(path)))).toEqual([]);
  });

  it('no folder or file whose name says nothing', () => {
    expect(repositoryFiles().filter((path) => GRAB_BAGS.test(path) && path !== 'libs/contracts/src/http/shared.ts')).toEqual([]);
  });

  it('no file longer than 300 lines, whatever its language', () => {
    const source = textFiles().filter((path) => /\.(?:ts|tsx|mjs|cjs|eta)$/.test(path));
    expect(source.filter((path) => read(path).trimEnd().split('\n').length > 300)).toEqual([]);
  });

  it('nothing made by a build or a run', () => {
    expect(repositoryFiles().filter((path) => /^(?:dist|node_modules|\.local|coverage|dumps)\/|\.tsbuildinfo$/.test(path))).toEqual([]);
  });
});
