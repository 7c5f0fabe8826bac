// npm run migration:seal: writes the checksum of every new migration. A migration that differs from its seal
// stays a failure, unless --again says that no database anywhere has run it yet.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../libs/database/src/migrations/', import.meta.url));
const file = `${folder}checksums.json`;
const sealed = existsSync(file) && !process.argv.includes('--again') ? JSON.parse(readFileSync(file, 'utf8')) : {};
for (const name of readdirSync(folder).filter((entry) => /^\d+-.*\.ts$/.test(entry)).sort()) {
  sealed[name] ??= createHash('sha256').update(readFileSync(folder + name)).digest('hex');
}
writeFileSync(file, `${JSON.stringify(Object.fromEntries(Object.entries(sealed).sort()), undefined, 2)}\n`);
