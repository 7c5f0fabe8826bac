import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BREACHES, brokenHouse } from './dependency-rule-fixture';
import { ROOT } from './tree';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const rules = (require(CONFIG) as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name);

function cruise(folder: string): Promise<Violation[]> {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, 'apps', 'libs', 'test', '--config', CONFIG, '--output-type', 'json'];
  return new Promise((resolve, reject) => {
    // Its exit code counts the violations; only an answer that is no JSON is a failure of the tool.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 200_000_000 }, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout).summary.violations);
      } catch {
        reject(new Error(`dependency-cruiser gave no answer: ${stderr || stdout.slice(0, 500)}`));
      }
    });
  });
}

describe('the dependency rule', () => {
  it('holds in this house', async () => {
    const violations = await cruise(ROOT);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 120_000);

  describe('in a house that breaks it', () => {
    const house = mkdtempSync(join(tmpdir(), 'mantianxing-house-'));
    let found: Violation[] = [];

    beforeAll(async () => {
      for (const [path, text] of Object.entries(brokenHouse())) {
        mkdirSync(dirname(join(house, path)), { recursive: true });
        writeFileSync(join(house, path), text);
      }
      found = await cruise(house);
    }, 60_000);
    afterAll(() => rmSync(house, { recursive: true, force: true }));

    it('has a breach for every rule', () => expect(Object.keys(BREACHES).sort()).toEqual([...rules].sort()));

    it.each(rules)('is caught by %s', (name) => {
      const blamed = found.filter(({ rule }) => rule.name === name).map(({ from }) => from);
      expect(blamed).toContain(BREACHES[name]?.[0]);
    });

    it('blames nobody who keeps to it', () => {
      const guilty = new Set([...Object.values(BREACHES).map(([file]) => file), 'libs/organization/src/two.ts']);
      expect(found.map(({ from }) => from).filter((from) => !guilty.has(from))).toEqual([]);
    });
  });
});
