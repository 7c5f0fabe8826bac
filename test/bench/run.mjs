// npm run bench -- NAME [its own arguments]: figures of speed, printed and never asserted.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BENCHES = {
  match: ['match-speed.mjs', 'one scenario against 30,000 capabilities; scoring alone; forward less reverse score'],
  lists: ['match-lists-cli.mjs', 'npm run match on two generated workbooks'],
  engine: ['match-engine.mjs', 'two lists in process, and recall of retrieval'],
  duplicates: ['near-duplicates.mjs', 'the question about duplicates among 200,000 capabilities and 20,000 scenarios'],
  soak: ['soak.mjs', 'memory and failures under a steady mix of people, 20 minutes'],
  burst: ['burst.mjs', 'a burst of 10,000 changes over a running stack: memory, messages, pages'],
  publish: ['publish-to-suggestion.mjs', 'from publishing to the suggestion, over a running stack'],
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  process.exitCode = spawnSync(process.execPath, [join(import.meta.dirname, bench[0]), ...args], { stdio: 'inherit' }).status ?? 1;
} else {
  for (const [known, [, what]] of Object.entries(BENCHES)) console.error(`npm run bench -- ${known}: ${what}`);
  process.exitCode = 1;
}
