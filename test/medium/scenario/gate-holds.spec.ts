import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor, ScenarioContent } from '@mantianxing/contracts';
import { createPublishingApp } from '../../../apps/scenario-publishing/src/publishing-app';
import { openMarket, testEnv, type OwnMarket } from '../../support/builders/market';
import { aFirm, aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { ask, type Method } from '../../support/builders/requests';
import { COMPLETE_SCENARIO } from '../../support/builders/scenario';

const COMPLETE: ScenarioContent = { ...COMPLETE_SCENARIO, deadline: '2031-12-31' };
/** Each takes one element away. */
const LACKS: Partial<ScenarioContent>[] = [
  { inScope: '' },
  { outOfScope: '' },
  { acceptance: '待定' },
  { ownerUnit: '' },
  { contactPhone: '' },
  { leadUnits: [] },
  { fundingSource: undefined },
  { fundingMaxFen: undefined },
  { fundingStatus: 'APPLYING' },
  { fundingProof: '' },
  { secrecyDeclared: false },
  { visibility: 'INTERNAL' },
  { deadline: '2020-01-01' },
  { listType: 'OPPORTUNITY' },
];

/** Written apart from the gate's own code: what may never be true of a published row. */
const WRONGLY_PUBLISHED = `
  select s.id, s.title from scenario.scenario s left join account.person p on p.id = s.contact_person_id
  where s.status in ('PUBLISHED','IN_TALKS') and not coalesce(
    s.list_type = 'SCENARIO' and s.visibility = 'PUBLIC' and s.secrecy_declared
    and length(btrim(s.in_scope)) > 1 and btrim(s.out_of_scope) <> '' and length(btrim(s.acceptance)) > 5
    and btrim(s.owner_unit) <> '' and p.name <> '' and p.post <> '' and p.phone <> ''
    and cardinality(s.lead_units) > 0 and cardinality(s.responsible_units) > 0
    and s.funding_source is not null and s.funding_min_fen <= s.funding_max_fen
    and s.funding_status in ('BUDGETED','APPROVED','SELF_RAISED') and btrim(s.funding_proof) <> ''
    and s.deadline > current_date and s.gate_revision = s.revision
    and (select count(*) from scenario.gate_evidence e where e.scenario_id = s.id and e.revision = s.revision
         and e.passed and e.checked_by is not null) = 6
    and exists (select 1 from scenario.scenario_history h where h.scenario_id = s.id and h.event = 'approve'
         and h.actor_account_id <> s.created_by), false)`;

/** The same walk for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

interface Route {
  method: Method;
  path: string;
  contract: string;
}

describe('the publish gate', () => {
  let market: OwnMarket;
  let app: NestFastifyApplication;
  let unit: BuiltUnit;
  let actors: Actor[];
  let routes: Route[];
  beforeAll(async () => {
    market = await openMarket();
    app = await createPublishingApp(testEnv(market.databaseUrl));
    await app.init();
    unit = await aUnit(market);
    const { matchmaker, coordinator } = await theOffice(market);
    actors = [
      unit.member,
      unit.member,
      matchmaker,
      coordinator,
      (await aFirm(market)).member,
      (await aUnit(market)).member,
    ];
    routes = writingRoutes((await ask(app, 'GET', '/openapi.json')).body);
  });
  afterAll(async () => {
    await app.close();
    await market.close();
  });

  /** Every route of the app that may write, as its own document lists them: a new route joins the walk by itself. */
  function writingRoutes(document: { paths: Record<string, Record<string, any>> }): Route[] {
    return Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([method]) => method !== 'get')
        .map(([method, operation]) => ({
          method: method.toUpperCase() as Method,
          path,
          contract: String(operation.requestBody.content['application/json'].schema.$ref)
            .split('/')
            .at(-1) as string,
        })),
    );
  }

  function bodyFor(contract: string, version: number, roll: (sides: number) => number): unknown {
    const content = { ...COMPLETE, title: `场景${roll(4)}`, ...(roll(2) ? LACKS[roll(LACKS.length)] : {}) };
    switch (contract) {
      case 'CreateScenario':
        return { organizationId: unit.id, content };
      case 'AmendScenario':
        return { version, content };
      case 'VersionOnly':
        return { version };
      case 'SubmitScenario':
        return { version, confirmNotDuplicate: roll(4) > 0 };
      case 'VersionWithReason':
        return { version, reason: '需求调整' };
      case 'ReopenScenario':
        return { version, deadline: roll(2) ? '2027-12-31' : '2026-01-01' };
      case 'ReturnScenario':
        return { version, reasons: [{ field: 'need', message: '请补充' }] };
      case 'ScenarioContent':
        return content;
      default:
        throw new Error(`the walk does not know ${contract}: teach it`);
    }
  }

  it('knows all writing routes', () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'POST /api/scenarios',
      'POST /api/scenarios/check',
      'POST /api/scenarios/{id}/approve',
      'POST /api/scenarios/{id}/discard',
      'POST /api/scenarios/{id}/publish',
      'POST /api/scenarios/{id}/recall',
      'POST /api/scenarios/{id}/redraft',
      'POST /api/scenarios/{id}/reopen',
      'POST /api/scenarios/{id}/return',
      'POST /api/scenarios/{id}/submit',
      'POST /api/scenarios/{id}/withdraw',
      'PUT /api/scenarios/{id}',
    ]);
  });

  /** Half of the steps are the ones that lead towards the list, by those who may; the others are anybody's anything. */
  function nextStep(status: string, roll: (sides: number) => number): { route: Route; actor: Actor } {
    const [member, , matchmaker, coordinator] = actors as [Actor, Actor, Actor, Actor];
    const onward: Record<string, [step: string, actor: Actor]> = {
      DRAFT: [roll(2) ? '{id}' : 'submit', member],
      RETURNED: [roll(2) ? '{id}' : 'submit', member],
      SUBMITTED: ['approve', matchmaker],
      APPROVED: ['publish', coordinator],
      PUBLISHED: ['{id}', roll(2) ? member : matchmaker],
      WITHDRAWN: ['redraft', member],
    };
    const [step, actor] = (roll(2) && onward[status]) || [];
    const route = step ? routes.find(({ path }) => path.endsWith(`/${step}`)) : routes[roll(routes.length)];
    return { route: route as Route, actor: actor ?? (actors[roll(actors.length)] as Actor) };
  }

  it('is passed by every entry that any sequence of requests publishes', async () => {
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const roll = dice(seed);
      const { body } = await ask(app, 'POST', '/api/scenarios', {
        actor: unit.member,
        body: bodyFor('CreateScenario', 1, roll),
      });
      const { id } = body;
      for (let step = 0; step < 24; step += 1) {
        const [row] = await market.sql<{ version: number; status: string }>(
          'select version, status from scenario.scenario where id = $1',
          [id],
        );
        const { version, status } = row as { version: number; status: string };
        if (status === 'DISCARDED') break;
        const { route, actor } = nextStep(status, roll);
        const body = bodyFor(route.contract, roll(8) ? version : roll(5) + 1, roll);
        const url = route.path.replace('{id}', id);
        const answer = await ask(app, route.method, url, { actor, body });
        outcomes.add(`${route.path.split('/').at(-1)} ${answer.status}`);
        expect([seed, step, url, answer.status < 500]).toEqual([seed, step, url, true]);
        if (answer.body?.status === 'PUBLISHED') {
          expect([seed, step, url, await market.sql(WRONGLY_PUBLISHED)]).toEqual([seed, step, url, []]);
        }
      }
    }
    expect(await market.sql(WRONGLY_PUBLISHED)).toEqual([]);
    // The walk proves something only if it goes both ways.
    const reached = [
      'publish 200',
      'publish 403',
      'publish 409',
      'approve 200',
      'submit 200',
      'submit 422',
      '{id} 200',
      '{id} 403',
      '{id} 422',
    ];
    expect(reached.filter((outcome) => !outcomes.has(outcome))).toEqual([]);
  }, 120_000);
});
