// npm run bench -- duplicates [capabilities=200000] [scenarios=20000] [--built DIR]
// A throw-away PostgreSQL full of generated entries, twenty boilerplates among the capabilities: time of the check
// while writing, of publishing and of handing in, each against all of them, and how many near-duplicates were asked about.
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { openBuilt } from '../eval/built.mjs';
import { startPostgres } from '../eval/servers.mjs';
import { generatedLists } from './match-generated-lists.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'string', default: join(import.meta.dirname, '../../dist') } },
});
const [capabilityCount, scenarioCount] = [
  Number(positionals[0] ?? 200_000),
  Number(positionals[1] ?? 20_000),
];
const ASKED = 200;
const DISTRICT = '500103';
const built = openBuilt(resolve(values.built));
const part = (lib) => built.part(`libs/${lib}/src/index.js`);
const [platform, database, organization] = ['platform', 'database', 'organization'].map(part);
const [capability, scenario, outbox, contracts] = ['capability', 'scenario', 'outbox', 'contracts'].map(part);
const { NestFactory } = createRequire(import.meta.url)('@nestjs/core');

const { scenarios, capabilities } = generatedLists(scenarioCount, capabilityCount);
const boilerplates = generatedLists(0, 20).capabilities.map(({ description }) => description.slice(0, 80));
capabilities.forEach((entry, at) => (entry.description += boilerplates[at % boilerplates.length]));

const times = new Map();
async function timed(what, work) {
  const start = performance.now();
  try {
    return await work();
  } finally {
    times.set(what, [...(times.get(what) ?? []), performance.now() - start]);
  }
}
const asked = { capabilities: 0, scenarios: 0 };
const counting = (side) => (error) => {
  if (error.code !== contracts.NEAR_DUPLICATE_CODE) throw error;
  asked[side] += 1;
};

async function fill(dataSource, firmId, unitId) {
  const signature = (head, body) => `{${platform.signatureOf({ head, body, names: [] }).join(',')}}`;
  await dataSource.query('drop index capability.capability_by_text; drop index scenario.scenario_by_text');
  for (let at = 0; at < capabilities.length; at += 5000) {
    const some = capabilities.slice(at, at + 5000);
    await dataSource.query(
      `insert into capability.capability (district_code, status, firm_id, kind, name, summary, description, text_signature,
         confirmed_at, published_at, owner_role, due_at)
       select $1, 'PUBLISHED', $2, 'PRODUCT', n, s, d, g::int[], now(), now(), 'F', now()
       from unnest($3::text[], $4::text[], $5::text[], $6::text[]) t(n, s, d, g)`,
      [
        DISTRICT,
        firmId,
        ...['name', 'summary', 'description'].map((field) => some.map((entry) => entry[field])),
        some.map((entry) => signature(`${entry.name}\n${entry.summary}`, entry.description)),
      ],
    );
  }
  for (let at = 0; at < scenarios.length; at += 5000) {
    const some = scenarios.slice(at, at + 5000);
    await dataSource.query(
      `insert into scenario.scenario (district_code, status, list_type, visibility, sourcing_mode, engagement_mode, level,
         organization_id, title, need, in_scope, text_signature, owner_role, due_at)
       select $1, 'SUBMITTED', 'SCENARIO', 'PUBLIC', 'COLLECTED', 'DIRECT', 'DISTRICT', $2, n, s, d, g::int[], 'M', now()
       from unnest($3::text[], $4::text[], $5::text[], $6::text[]) t(n, s, d, g)`,
      [
        DISTRICT,
        unitId,
        ...['title', 'need', 'inScope'].map((field) => some.map((entry) => entry[field])),
        some.map((entry) => signature('', [entry.title, entry.need, entry.inScope].join('\n'))),
      ],
    );
  }
  for (const kind of ['capability', 'scenario']) {
    await dataSource.query(
      `create index ${kind}_by_text on ${kind}.${kind} using gin (text_signature) with (fastupdate = off)`,
    );
    await dataSource.query(`vacuum analyze ${kind}.${kind}`);
  }
}

/** Every second entry is one that is there already with its last words changed. */
async function ask(app, firm, unit) {
  const changed = (text) => `${text.slice(0, -4)}新版本。`;
  const strange = generatedLists(ASKED + scenarioCount, ASKED + capabilityCount);
  for (let at = 0; at < ASKED; at += 1) {
    const known = at % 2 === 0;
    const like = known
      ? capabilities[(at * 1973) % capabilityCount]
      : strange.capabilities[capabilityCount + at];
    const { name, summary } = like;
    const content = {
      kind: 'PRODUCT',
      name,
      summary,
      description: changed(like.description),
      sectors: ['城市治理'],
    };
    await timed('check of a capability', () => app.get(capability.CheckCapability).execute(firm, content));
    const draft = await timed('draft of a capability', () =>
      app.get(capability.RegisterCapability).execute(firm, { content }),
    );
    await timed('publishing a capability', () =>
      app
        .get(capability.PublishCapability)
        .execute(firm, draft.id, draft.version)
        .catch(counting('capabilities')),
    );
    const need = known ? scenarios[(at * 197) % scenarioCount] : strange.scenarios[scenarioCount + at];
    const wanted = {
      listType: 'OPPORTUNITY',
      secrecyDeclared: true,
      title: need.title,
      need: changed(need.need),
      inScope: need.inScope,
    };
    await timed('check of a scenario', () => app.get(scenario.CheckGate).execute(unit, wanted));
    const begun = await timed('draft of a scenario', () =>
      app.get(scenario.CreateScenario).execute(unit, { content: wanted }),
    );
    await timed('handing in a scenario', () =>
      app.get(scenario.SubmitScenario).execute(unit, begun.id, begun.version).catch(counting('scenarios')),
    );
  }
}

async function accountOf(dataSource, organizationId, side, role) {
  const [person] = await dataSource.query(`insert into account.person (name) values ('测速') returning id`);
  const [account] = await dataSource.query(
    `insert into account.account (person_id, login) values ($1, $2) returning id`,
    [person.id, `login-${role === 'FIRM_ADMIN' ? 'firm' : 'unit'}`],
  );
  await dataSource.query(
    'insert into account.membership (account_id, organization_id, side, role) values ($1, $2, $3, $4)',
    [account.id, organizationId, side, role],
  );
  return {
    accountId: account.id,
    name: '测速',
    districtCode: DISTRICT,
    memberships: [{ organizationId, organizationName: '测速', role }],
  };
}

async function run(url) {
  const env = platform.readEnv({
    DATABASE_URL: url,
    SESSION_SECRET: 's'.repeat(32),
    INTERNAL_TOKEN_SECRET: 't'.repeat(32),
    LOG_LEVEL: 'fatal',
  });
  const entities = [
    ...organization.ORGANIZATION_ENTITIES,
    ...scenario.SCENARIO_ENTITIES,
    ...capability.CAPABILITY_ENTITIES,
  ];
  const imports = [
    platform.PlatformModule.forRoot(env),
    database.DatabaseModule.forRoot({ entities }),
    outbox.OutboxModule,
    organization.OrganizationModule,
    scenario.ScenarioModule,
    capability.CapabilityModule,
  ];
  const app = await NestFactory.createApplicationContext(
    { module: class Bench {}, imports },
    { logger: false },
  );
  try {
    const dataSource = app.get(database.DataSource);
    const system = contracts.systemActor(DISTRICT);
    const firmId = await app
      .get(organization.RegisterFirm)
      .execute(system, { name: '测速软件有限公司', uscc: '91350100M000100Y43', verified: true });
    const unitId = await app
      .get(organization.RegisterUnit)
      .execute(system, { kind: 'DEPARTMENT', name: '测速局' });
    await fill(dataSource, firmId, unitId);
    await ask(
      app,
      await accountOf(dataSource, firmId, 'SUPPLY', 'FIRM_ADMIN'),
      await accountOf(dataSource, unitId, 'DEMAND', 'DEPARTMENT_MEMBER'),
    );
    const [{ size }] = await dataSource.query(
      `select pg_size_pretty(pg_relation_size('capability.capability_by_text')) size`,
    );
    const [{ met }] = await dataSource.query(
      `select percentile_disc(array[0.5, 0.95, 1]) within group (order by n) met from (select (select count(*) from capability.capability o
         where o.text_signature && c.text_signature) n from (select * from capability.capability order by md5(id::text) limit 200) c) counted`,
    );
    console.log(
      `${capabilityCount} capabilities, ${scenarioCount} scenarios; index ${size}; rows whose signature meets one of 200 (median, p95, most): ${met.join(', ')}`,
    );
  } finally {
    await app.close();
  }
}

const server = await startPostgres(built);
try {
  await run(server.url);
  for (const [what, all] of times) {
    const sorted = all.sort((a, b) => a - b);
    const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
    console.log(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`);
  }
  console.log(
    `near-duplicates asked about: ${asked.capabilities} capabilities, ${asked.scenarios} scenarios of ${ASKED / 2} each`,
  );
} finally {
  await server.stop();
}
