// How long `npm start` takes and what it weighs, once installed and built:
//   node test/bench/start.mjs [--runs 3]
// The first run makes the database and loads the sample lists; later ones find them.
// Time from the command to the line with the address; memory of all processes together 5 s later, as PSS
// (shared pages counted once) and RSS (counted in every process).
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 3;
const folder = mkdtempSync(join(tmpdir(), 'mantianxing-bench-'));
chmodSync(folder, 0o711);

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function family(pid) {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return [[Number(name), Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])]];
    } catch {
      return [];
    }
  });
  const members = [pid];
  for (const member of members) members.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child));
  return members;
}

function weigh(pids) {
  const total = { pss: 0, rss: 0 };
  for (const pid of pids) {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    total.pss += Number(/^Pss:\s+(\d+)/m.exec(text)[1]) / 1024;
    total.rss += Number(/^Rss:\s+(\d+)/m.exec(text)[1]) / 1024;
  }
  return total;
}

async function once(label) {
  const port = await freePort();
  const begun = performance.now();
  const env = { ...process.env, MANTIANXING_DATA: folder, PORTAL_PORT: `${port}` };
  const stack = spawn('npm', ['start', '--silent'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    stack.stdout.on('data', (chunk) => `${chunk}`.includes('满天星已就绪：') && resolve());
    stack.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  const seconds = (performance.now() - begun) / 1000;
  await sleep(5000);
  const pids = family(stack.pid);
  const { pss, rss } = weigh(pids);
  const stopping = performance.now();
  stack.removeAllListeners('exit').kill('SIGINT');
  await new Promise((resolve) => stack.once('exit', resolve));
  const stop = (performance.now() - stopping) / 1000;
  const figures = [`ready ${seconds.toFixed(1)} s`, `PSS ${pss.toFixed(0)} MiB`, `RSS ${rss.toFixed(0)} MiB`, `${pids.length} processes`, `stop ${stop.toFixed(1)} s`];
  console.log(`${label.padEnd(12)} ${figures.join('  ')}  load ${loadavg()[0].toFixed(1)}`);
}

console.log(`Node ${process.versions.node}, ${cpus().length} cores`);
try {
  await once('first run');
  for (let run = 1; run <= runs; run += 1) await once(`later run ${run}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
