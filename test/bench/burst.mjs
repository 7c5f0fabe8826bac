// A burst of changes over a running `npm start` (or DATABASE_URL with PUBLIC_URL): how much the worker's memory grows, how
// long messages to people take meanwhile, whether the portal answers, how many runs the burst is joined into.
//   node test/bench/burst.mjs [revisions, 10000 where not said]
// Raises the revision of every published entry again and again, as an import gone wild would; contents stay as they are.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const root = join(import.meta.dirname, '..', '..');
const load = createRequire(import.meta.url);
const { databaseAddress } = load(join(root, 'dist/apps/local-stack/src/journey/database-address.js'));
const url = databaseAddress(process.env, resolve(root, process.env.MANTIANXING_DATA || '.local'));
const portal = process.env.PUBLIC_URL || `http://127.0.0.1:${process.env.PORTAL_PORT || 4100}`;
const revisions = Number(process.argv[2] ?? 10_000);
const db = new pg.Pool({ connectionString: url, max: 4 });
const one = async (text, values) => (await db.query(text, values)).rows[0];

const workers = readdirSync('/proc').filter((pid) => {
  try {
    const isWorker = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('matcher-worker/src/main.js');
    return isWorker && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(url);
  } catch {
    return false;
  }
});
if (workers.length === 0) throw new Error('no worker runs on this database');
const memory = () => Math.max(...workers.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024));

const BURST = `
with mine as (
  select 'capability' as kind, id from capability.capability where status = 'PUBLISHED'
  union all select 'scenario', id from scenario.scenario where status in ('PUBLISHED','IN_TALKS')),
chosen as (select * from mine order by random() limit $1),
c as (update capability.capability t set revision = revision + 1, version = version + 1, updated_at = now() from chosen where t.id = chosen.id returning t.id, t.revision),
s as (update scenario.scenario t set revision = revision + 1, gate_revision = revision + 1, version = version + 1, updated_at = now() from chosen where t.id = chosen.id returning t.id, t.revision),
e as (insert into outbox.event (name, subject_id, revision, ids)
  select 'capability.revised', id, revision, '{"material": true}'::jsonb from c union all
  select 'scenario.revised', id, revision, '{"material": true}'::jsonb from s returning id)
insert into outbox.dispatch (event_id) select id from e`;
const TELL = `
with s as (select id from scenario.scenario where status in ('PUBLISHED','IN_TALKS') order by random() limit 1),
e as (insert into outbox.event (name, subject_id, revision, ids)
  select 'suggestion.proposed', id, 1, jsonb_build_object('scenarioId', id, 'proposed', 1, 'recommended', 1) from s returning id)
insert into outbox.dispatch (event_id) select id from e returning event_id`;

const state = () =>
  one(`select (select count(*)::int from outbox.dispatch where available_at <= now()) as events,
         (select count(*)::int from outbox.job where answered < asked and failed_at is null) as jobs,
         (select count(*)::int from outbox.job where failed_at is not null) as dead`);
const given = async () => Number((await one('select last_value from outbox.job_number')).last_value);

const told = [];
const page = { answered: 0, failed: 0, slowest: 0 };
let peak = memory();
let over = false;
const before = { memory: peak, given: await given() };

const watch = async () => {
  while (!over) {
    peak = Math.max(peak, memory());
    await sleep(100);
  }
};
const people = async () => {
  while (!over) {
    told.push((await one(TELL)).event_id);
    await sleep(500);
  }
};
const visitors = async () => {
  while (!over) {
    const began = performance.now();
    const ok = await fetch(`${portal}/scenarios`, { signal: AbortSignal.timeout(10_000) }).then((answer) => answer.ok, () => false);
    page[ok ? 'answered' : 'failed'] += 1;
    page.slowest = Math.max(page.slowest, performance.now() - began);
    await sleep(200);
  }
};

const began = performance.now();
const beside = [watch(), people(), visitors()];
for (let done = 0; done < revisions; done += 50) await db.query(BURST, [Math.min(50, revisions - done)]);
const written = (performance.now() - began) / 1000;
let now = await state();
while (now.events > 0 || now.jobs > 3) {
  await sleep(250);
  now = await state();
}
const drained = (performance.now() - began) / 1000;
over = true;
await Promise.all(beside);
await sleep(3000);
const { rows } = await db.query(
  `select extract(epoch from min(n.created_at) - e.at) * 1000 as ms from outbox.event e left join notification.notification n on n.event_id = e.id
   where e.id = any($1) group by e.id, e.at`,
  [told],
);
const waits = rows.filter(({ ms }) => ms !== null).map(({ ms }) => Number(ms)).sort((a, b) => a - b);
const at = (share) => Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]);
const lines = [
  `${revisions} revisions written in ${written.toFixed(1)} s, worked off after ${drained.toFixed(1)} s`,
  `jobs given to the queue: ${(await given()) - before.given}; set aside: ${now.dead}`,
  `worker memory: ${before.memory.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB at most`,
  `messages to people meanwhile: ${waits.length} of ${told.length} told, median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
  `portal: ${page.answered} pages answered, ${page.failed} failed, slowest ${Math.round(page.slowest)} ms`,
];
console.log(lines.join('\n'));
await db.end();
