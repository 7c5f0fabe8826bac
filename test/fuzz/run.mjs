// npm run fuzz: what the OpenAPI document allows and forbids, asked of the real stack; see test/fuzz/README.md.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../apps/local-stack/bootstrap/build.mjs';

const require = createRequire(import.meta.url);
await buildIfStale(fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''));
require('../faults/typescript-in-place.cjs');
const { runFuzz } = require('./command.ts');
process.exitCode = await runFuzz(process.argv.slice(2));
process.exit();
