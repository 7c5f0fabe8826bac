import { randomUUID } from 'node:crypto';
import { jobOf } from '@mantianxing/contracts';
import { JobLedger } from '@mantianxing/outbox';
import { LinkTokens } from '@mantianxing/account';
import { UnitOfWork } from '@mantianxing/database';
import { COMPLETE_CAPABILITY, aCapability } from '../builders/capability';
import { COMPLETE_SCENARIO, aScenario } from '../builders/scenario';
import { aProposal, propose } from '../builders/suggestions';
import { ACCOUNT_BODIES, ACCOUNT_OBJECTS } from './account-objects';
import { aPairing } from '../stories/asked-pairing';
import type { World, Walker } from './world';

/** Something an address can name. `owners`: names of the walkers whose own (or party's) it is. */
export interface WalkedObject {
  value: string;
  owners: string[];
}

/** Makes one object for side A and one for side B; where sides mean nothing, one for everybody. */
type Fixture = (world: World) => Promise<WalkedObject[]>;

const actorOf = ({ accountId, organizationId, name }: Walker, role: 'FIRM_ADMIN' | 'DEPARTMENT_MEMBER') => ({
  ...{ accountId: accountId as string, name, districtCode: '500103' },
  memberships: [{ organizationId: organizationId as string, organizationName: name, role }],
});

const departments = ['department A', 'department B'];
const firms = ['firm A', 'firm B'];
const unitOf = (world: World, name: string) => {
  const walker = world.walker(name);
  return { id: walker.organizationId as string, name, member: actorOf(walker, 'DEPARTMENT_MEMBER') };
};
const firmOf = (world: World, name: string) => {
  const walker = world.walker(name);
  return { id: walker.organizationId as string, name, member: actorOf(walker, 'FIRM_ADMIN') };
};

const scenario = (world: World, name: string) => aScenario(world.portal, { ...COMPLETE_SCENARIO, title: `${name}的场景` }, unitOf(world, name));
const capability = (world: World, name: string) =>
  aCapability(world.portal, { ...COMPLETE_CAPABILITY, name: `${name}的能力` }, firmOf(world, name));
const own = async (names: string[], make: (name: string) => Promise<{ id: string }>): Promise<WalkedObject[]> =>
  Promise.all(names.map(async (name) => ({ value: (await make(name)).id, owners: [name] })));

const notices: Fixture = async (world) => {
  const [{ id }] = (await world.portal.sql<{ id: string }>(
    `insert into outbox.event (name, subject_id, revision) values ('scenario.published', uuidv7(), 1) returning id`,
  )) as [{ id: string }];
  return own(['firm A', 'department B'], async (name) => {
    const [made] = await world.portal.sql<{ id: string }>(
      `insert into notification.notification (event_id, recipient_id, template) values ($1, $2, 'scenario-published') returning id`,
      [id, world.walker(name).accountId],
    );
    return made as { id: string };
  });
};

const deliveries: Fixture = async (world) => {
  const [notice] = await notices(world);
  const [made] = await world.portal.sql<{ id: string }>(
    `insert into notification.delivery (notification_id, channel, message_id, status) values ($1, 'EMAIL', 'walk', 'SENT') returning id`,
    [notice?.value],
  );
  return [{ value: made?.id as string, owners: [] }];
};

const suggestedScenarios: Fixture = async (world) => {
  const published = await scenario(world, 'department A').with({ title: '有人应答的场景' }).published();
  await propose(world.portal, published, [aProposal(await capability(world, 'firm A').published())]);
  return [{ value: published.id, owners: [] }];
};

const suggestions: Fixture = async (world) => {
  const [of] = await suggestedScenarios(world);
  const [made] = await world.portal.sql<{ id: string }>('select id from pairing.suggestion where scenario_id = $1', [of?.value]);
  return [{ value: made?.id as string, owners: [] }];
};

/** Ended, so that it hides nothing from the walk, and of a day that is still one's own to take back. */
const recusals: Fixture = async (world) => {
  const [made] = await world.portal.sql<{ id: string }>(
    `insert into pairing.recusal (district_code, account_id, organization_id, reason, declared_at, ended_at, ended_by)
     values ('500103', $1, $2, '走查', '2029-01-01', '2029-01-02', $1) returning id`,
    [world.walker('matchmaker').accountId, world.walker('firm A').organizationId],
  );
  return [{ value: made?.id as string, owners: [] }];
};

const robots: Fixture = async (world) => {
  const [made] = await world.portal.sql<{ id: string }>(
    `insert into notification.channel_target (district_code, kind, name, host, sealed_webhook, status, created_by)
     values ('500103', 'WECOM', '群', 'robot.example', 'x', 'ACTIVE', $1) returning id`,
    [world.walker('coordinator').accountId],
  );
  return [{ value: made?.id as string, owners: [] }];
};

const deadLetters: Fixture = async (world) => {
  const ledger = world.portal.get(JobLedger);
  const { id: scenarioId } = await scenario(world, 'department A').published();
  const [due] = await ledger.ask([jobOf('match-scenario', { eventId: randomUUID(), scenarioId, revision: 1 })]);
  if (!due) throw new Error('no job was asked for');
  await ledger.queued([due.job]);
  await ledger.setAside(due.job, 1, { failure: 'FAULT', reason: 'walked', attempts: 12 });
  const [row] = await world.portal.sql<{ id: string }>('select id from outbox.job where failed_at is not null');
  return [{ value: row?.id as string, owners: [] }];
};

/** Introduced already, so that even contacts may be read: one of side A, one of side B. */
const pairings: Fixture = async (world) =>
  Promise.all(
    ['A', 'B'].map(async (side) => {
      const [unit, firm] = [`department ${side}`, `firm ${side}`];
      const pairing = await aPairing(world.portal, { unit: unitOf(world, unit), firm: firmOf(world, firm) });
      for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
      return { value: pairing.pairingId, owners: [unit, firm] };
    }),
  );

/** The link in a mail: whoever holds it may, and without an answer it stays good. */
const answerLinks: Fixture = async (world) => {
  const { pairingId, firm } = await aPairing(world.portal);
  const [consent] = await world.portal.sql<{ id: string }>('select id from pairing.consent where pairing_id = $1 and organization_id = $2', [pairingId, firm.id]);
  const key = { purpose: 'CONSENT' as const, subjectId: consent?.id as string, accountId: firm.member.accountId };
  await world.portal.get(UnitOfWork).run(() => world.portal.get(LinkTokens).issueOnce(key, 86_400_000));
  return [{ value: (await world.portal.get(LinkTokens).tokenFor(key)) as string, owners: [] }];
};

/**
 * What stands for the parameters of a route: the address up to and with its first parameter, and the objects to call it
 * with. A new address with a parameter: add a line. Objects of one organisation name the walkers they belong to; the
 * walk then expects 404 for those of another one.
 */
export const OBJECTS: Record<string, Fixture> = {
  ...ACCOUNT_OBJECTS,
  '/api/scenarios/:id': (world) => own(departments, (name) => scenario(world, name).draft()),
  '/admin/queues/queue/:queueName': async () => [{ value: 'notifications', owners: [] }],
  '/admin/queues/api/queues/:queueName': async () => [{ value: 'notifications', owners: [] }],
  '/api/scenarios/:id/public': async (world) => [{ value: (await scenario(world, 'department A').published()).id, owners: [] }],
  '/scenarios/:id': async (world) => [{ value: (await scenario(world, 'department B').published()).id, owners: [] }],
  '/api/scenario-candidates/:scenarioId': (world) => own(departments, (name) => scenario(world, name).published()),
  '/api/capabilities/:id': (world) => own(firms, (name) => capability(world, name).draft()),
  '/api/capabilities/:id/public': async (world) => [{ value: (await capability(world, 'firm A').published()).id, owners: [] }],
  '/capabilities/:id': async (world) => [{ value: (await capability(world, 'firm B').published()).id, owners: [] }],
  '/api/suggestions/:id': suggestions,
  '/api/suggestions/of/:scenarioId': suggestedScenarios,
  '/api/recusals/:id': recusals,
  '/api/dead-letters/:id': deadLetters,
  '/api/pairings/:id': pairings,
  '/answer/:token': answerLinks,
  '/api/inbox/:id': notices,
  '/api/deliveries/:id': deliveries,
  '/api/group-robots/:id': robots,
  '/api/thesaurus/:name': async () => [{ value: encodeURIComponent('充电桩'), owners: [] }],
};

/** A version no object has: whoever may is told 409, and nothing changes under the next one's feet. */
const version = 999_999;
const reason = '走查';

/** Bodies that reach the object: a route that reads one and is not named here gets `{ version }`. */
export const BODIES: Record<string, object | ((walker: Walker) => object)> = {
  ...ACCOUNT_BODIES,
  'PUT /api/scenarios/:id': { version, content: COMPLETE_SCENARIO },
  'POST /api/scenarios/:id/return': { version, reasons: [{ field: 'need', message: reason }] },
  'POST /api/scenarios/:id/withdraw': { version, reason },
  'POST /api/scenarios/:id/reopen': { version, deadline: '2029-12-31' },
  'PUT /api/capabilities/:id': { version, content: COMPLETE_CAPABILITY },
  'POST /api/suggestions/:id/reject': { version, reasonCode: 'SCALE' },
  // Nobody's suggestion: whoever may is told 422, and stays as they are.
  'POST /api/suggestions/:id/recuse': { firmId: '0198c0de-0000-7000-8000-000000000009', reason },
  'POST /api/recusals/:id/end': {},
  'POST /api/suggestions/of/:scenarioId/hold': {},
  'POST /api/suggestions/of/:scenarioId/release': {},
  'POST /api/suggestions/:id/reopen': { version, note: reason },
  'POST /api/pairings/:id/answer': { round: version, answer: 'AGREE' },
  'POST /api/pairings/:id/take-back': { round: version },
  'POST /api/pairings/:id/revoke': { round: version },
  'POST /api/pairings/:id/members': { version, takeIn: ['0198c0de-0000-7000-8000-000000000009'] },
  'POST /api/pairings/:id/end': { version, reason },
  'POST /api/inbox/:id/read': {},
  'POST /api/inbox/:id/open': {},
  'POST /api/thesaurus/:name/retire': { reason },
  'POST /api/thesaurus/:name/restore': { reason, builtIn: true },
};
export function bodyOf(route: string, walker: Walker): object {
  const body = BODIES[route] ?? { version };
  return typeof body === 'function' ? body(walker) : body;
}

/** Addresses that carry their own proof: who asks makes no difference, so every walker is answered alike. */
export const PROOF_IN_ADDRESS = ['/sign-in/oidc', '/sign-in/oidc/callback', '/answer/:token', '/answer/:token/change'];
