// npm run match on generated lists: node test/bench/match-lists-cli.mjs [SCENARIOS CAPABILITIES] [xlsx|jsonl]
// Prints wall time, CPU time and peak memory of the whole process. Aim: 5000 × 30000 in 60 s and 2 GiB.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateLists } from './match-lists-generate.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [scenarioCount = '5000', capabilityCount = '30000', format = 'xlsx'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'match-bench-'));
try {
  const lists = await generateLists(folder, Number(scenarioCount), Number(capabilityCount), format);
  spawnSync(process.execPath, [join(root, 'apps/match-cli/match.mjs'), '--help']); // builds what is stale
  const usage = join(folder, 'usage.cjs');
  writeFileSync(usage, `process.on('exit', () => { const u = process.resourceUsage(); process.stderr.write('maxRSS ' + u.maxRSS + ' cpu ' + (u.userCPUTime + u.systemCPUTime) + '\\n'); });`);
  const out = join(folder, 'pairings.xlsx');
  const began = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--require', usage, join(root, 'apps/match-cli/match.mjs'), ...lists, '--out', out], { encoding: 'utf8' });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const memory = Number(/maxRSS (\d+)/.exec(run.stderr)?.[1]) / 1024;
  const cpu = Number(/cpu (\d+)/.exec(run.stderr)?.[1]) / 1e6;
  process.stdout.write(run.stdout);
  if (run.status !== 0) throw new Error(run.stderr);
  const size = statSync(out).size / 1e6;
  console.log(`${scenarioCount} × ${capabilityCount} (${format}): ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of CPU), ${memory.toFixed(0)} MiB, result ${size.toFixed(1)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
