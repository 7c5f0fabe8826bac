// Does memory grow, and does anything fail, under a steady mix of people?
//   npm run bench -- soak [--minutes 20] [--rate 50] [--json]
// Starts `npm start` in a folder of its own with the sample lists, asks `rate` requests a second whether or not the last
// ones were answered, and watches each process's resident memory. Growth: the least of the last two minutes less the
// least of the second and third (least, since what a collection frees was never held; the first minute warms up).
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { passwordsIn, signedIn } from './portal-person.mjs';

const options = { minutes: { type: 'string', default: '20' }, rate: { type: 'string', default: '50' }, json: { type: 'boolean', default: false } };
const { values } = parseArgs({ options });
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mantianxing-soak-'));
chmodSync(folder, 0o711); // the database's own user walks through it

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Node processes that belong to the stack, named by what they run; the database as one. */
function processes() {
  const found = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const environ = readFileSync(`/proc/${pid}/environ`, 'utf8');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const app = /dist\/apps\/([\w-]+)\//.exec(command)?.[1] ?? (command.includes('local-stack/start.mjs') ? 'local-stack' : undefined);
      if (app && (environ.includes(folder) || environ.includes(`:${databasePort()}/`))) found.push([app, pid]);
    } catch {
      // gone meanwhile, or not ours to read
    }
  }
  return found;
}
const databasePort = () => readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[3].trim();
const residentMiB = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const env = { ...process.env, MANTIANXING_DATA: folder, PORTAL_PORT: `${port}` };
const stack = spawn(process.execPath, ['apps/local-stack/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => stack.once('exit', resolve));
await new Promise((resolve, reject) => {
  stack.stdout.on('data', (chunk) => `${chunk}`.includes('满天星已就绪：') && resolve());
  stack.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
});

const tally = { statuses: {}, unanswered: 0, slowest: 0, times: [] };
async function ask(work) {
  const begun = performance.now();
  try {
    const response = await work();
    await response.arrayBuffer();
    tally.statuses[response.status] = (tally.statuses[response.status] ?? 0) + 1;
    tally.times.push(performance.now() - begun);
  } catch {
    tally.unanswered += 1;
  }
}

const passwords = passwordsIn(join(folder, 'accounts.txt'));
const people = {};
for (const login of ['matchmaker', 'coordinator', 'bigdata', 'emergency', 'liheng', 'tinglan']) {
  people[login] = await signedIn(base, login, passwords.get(login));
}
const list = async (path) => (await (await fetch(base + path)).json()).items ?? [];
const entries = { scenarios: await list('/api/scenarios'), capabilities: await list('/api/capabilities') };
const pick = (choices) => choices[Math.floor(Math.random() * choices.length)];
const WORDS = ['消防', '视频识别', '12345 工单', '工业互联网', '軟體', '低空', '数据治理', '智能体'];
/** Visitors come from many addresses, as behind a proxy: one alone would be held back by its rate. */
const visit = (path) => fetch(base + path, { redirect: 'manual', headers: { 'x-forwarded-for': `10.20.${Math.floor(Math.random() * 200)}.7` } });

const READS = [
  () => visit(pick(['/', '/scenarios', '/capabilities', '/help', '/sign-in', '/api/status'])),
  () => visit(`/search?q=${encodeURIComponent(pick(WORDS))}`),
  () => visit(`/api/${pick(['scenarios', 'capabilities'])}?q=${encodeURIComponent(pick(WORDS))}`),
  () => visit(entries.scenarios.length ? `/scenarios/${pick(entries.scenarios).id}` : '/scenarios'),
  () => visit(entries.capabilities.length ? `/capabilities/${pick(entries.capabilities).id}` : '/capabilities'),
  () => pick(Object.values(people))('GET', '/api/inbox'),
  () => people.matchmaker('GET', '/api/suggestions'),
  () => people.coordinator('GET', '/api/suggestions'),
  () => pick([people.bigdata, people.emergency])('GET', '/api/scenarios/mine'),
  () => pick([people.liheng, people.tinglan])('GET', pick(['/api/capabilities/mine', '/api/firm-matches'])),
];
/** A firm words its capability anew: written, indexed and matched again. */
async function revise() {
  const firm = pick([people.liheng, people.tinglan]);
  const mine = await (await firm('GET', '/api/capabilities/mine')).json();
  const one = pick((mine.items ?? mine.rows ?? []).filter(({ status }) => status === 'PUBLISHED'));
  if (!one) return visit('/');
  const whole = await (await firm('GET', `/api/capabilities/${one.id}`)).json();
  const content = { ...whole.content, description: `${whole.content.description.split('【')[0]}【第${Math.floor(Math.random() * 1e6)}次修订】` };
  return firm('PUT', `/api/capabilities/${one.id}`, { version: whole.version, content });
}

const watched = processes();
const weights = Object.fromEntries(watched.map(([name]) => [name, []]));
const endsAt = Date.now() + minutes * 60_000;
const weighing = (async () => {
  while (Date.now() < endsAt) {
    for (const [name, pid] of watched) weights[name].push({ at: Date.now(), mib: residentMiB(pid) });
    await sleep(5000);
  }
})();
let asked = 0;
for (const begun = Date.now(); Date.now() < endsAt; await sleep(20)) {
  for (const due = ((Date.now() - begun) / 1000) * rate; asked < due; asked += 1) void ask(asked % 50 === 0 ? revise : pick(READS));
}
await weighing;
await sleep(2000);

const start = endsAt - minutes * 60_000;
const least = (samples, from, to) => Math.min(...samples.filter(({ at }) => at >= start + from * 60_000 && at < start + to * 60_000).map(({ mib }) => mib));
const memory = Object.entries(weights).map(([name, samples]) => {
  const [before, after] = [least(samples, Math.min(1, minutes / 4), Math.min(3, minutes / 2)), least(samples, minutes - Math.min(2, minutes / 4), minutes)];
  return { name, beforeMiB: Math.round(before), afterMiB: Math.round(after), growthMiB: Math.round(after - before), peakMiB: Math.round(Math.max(...samples.map(({ mib }) => mib))) };
});
tally.times.sort((one, other) => one - other);
const at = (share) => Math.round(tally.times[Math.floor((tally.times.length - 1) * share)] ?? 0);
const report = { minutes, rate, asked, statuses: tally.statuses, unanswered: tally.unanswered, ms: { p50: at(0.5), p95: at(0.95), p99: at(0.99) }, memory, load: loadavg()[0] };
if (values.json) console.log(JSON.stringify(report));
else {
  console.log(`${asked} requests in ${minutes} min (${rate}/s): ${JSON.stringify(tally.statuses)}, unanswered ${tally.unanswered}; p50 ${at(0.5)} ms, p95 ${at(0.95)}, p99 ${at(0.99)}; load ${report.load}`);
  for (const { name, beforeMiB, afterMiB, growthMiB, peakMiB } of memory) console.log(`${name.padEnd(22)} ${beforeMiB} → ${afterMiB} MiB, growth ${growthMiB}, peak ${peakMiB}`);
}
stack.kill('SIGINT');
await ended;
if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
