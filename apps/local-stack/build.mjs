// npm run build: always compiles server and client.
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { reportFailure } from './bootstrap/plain-failure.mjs';

await build(fileURLToPath(new URL('../..', import.meta.url))).catch(reportFailure);
