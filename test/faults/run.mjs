// npm run faults: the real stack under load while its parts are killed; see test/faults/README.md.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../apps/local-stack/bootstrap/build.mjs';

const require = createRequire(import.meta.url);
await buildIfStale(fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''));
require('./typescript-in-place.cjs');
const { runFaults } = require('./command.ts');
process.exitCode = await runFaults(process.argv.slice(2));
process.exit();
