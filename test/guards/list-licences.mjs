// npm run licences: every package that ships, by its licence, from the lock file alone.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const byLicence = new Map();
for (const [path, { license = '（未声明）', version, dev }] of Object.entries(packages)) {
  if (!path || dev) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  byLicence.set(license, [...(byLicence.get(license) ?? []), `${name}@${version}`]);
}
for (const [licence, names] of [...byLicence].sort(([, one], [, other]) => other.length - one.length)) {
  process.stdout.write(`${licence}（${names.length}）\n  ${[...new Set(names)].sort().join(' ')}\n`);
}
