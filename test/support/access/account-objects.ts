import { randomBytes } from 'node:crypto';
import { LinkTokens, type LinkPurpose } from '@mantianxing/account';
import { UnitOfWork } from '@mantianxing/database';
import type { WalkedObject } from './objects';
import type { World } from './world';

const ADMINS = ['firm A', 'department B'];
const ROLE_OF: Record<string, [side: string, role: string]> = {
  'firm A': ['SUPPLY', 'FIRM_MEMBER'],
  'department B': ['DEMAND', 'DEPARTMENT_MEMBER'],
};
let made = 0;

async function row(world: World, text: string, values: unknown[]): Promise<string> {
  const [found] = await world.portal.sql<{ id: string }>(text, values);
  return found?.id as string;
}

const person = (world: World): Promise<string> =>
  row(world, `insert into account.person (name, email) values ('走查', $1) returning id`, [`walk-${(made += 1)}@example.cn`]);

async function colleague(world: World, name: string): Promise<{ accountId: string; membershipId: string }> {
  const accountId = await row(world, `insert into account.account (person_id, login) values ($1, $2) returning id`, [await person(world), randomBytes(6).toString('hex')]);
  const membershipId = await row(
    world,
    `insert into account.membership (account_id, organization_id, side, role) values ($1, $2, $3, $4) returning id`,
    [accountId, world.walker(name).organizationId, ...(ROLE_OF[name] as [string, string])],
  );
  return { accountId, membershipId };
}

const invitation = async (world: World, name: string): Promise<string> =>
  row(
    world,
    `insert into account.invitation (organization_id, side, role, person_id, status, created_at)
     values ($1, $2, $3, $4, 'OPEN', now()) returning id`,
    [world.walker(name).organizationId, ...(ROLE_OF[name] as [string, string]), await person(world)],
  );

async function link(world: World, purpose: LinkPurpose, subjectId: string): Promise<WalkedObject[]> {
  const issue = () => world.portal.get(LinkTokens).issue({ purpose, subjectId, accountId: null }, 3_600_000);
  return [{ value: (await world.portal.get(UnitOfWork).run(issue)).token, owners: [] }];
}

const each = (names: string[], make: (name: string) => Promise<string>): Promise<WalkedObject[]> =>
  Promise.all(names.map(async (name) => ({ value: await make(name), owners: [name] })));

/** Objects of accounts, as OBJECTS wants them. */
export const ACCOUNT_OBJECTS: Record<string, (world: World) => Promise<WalkedObject[]>> = {
  '/api/me/sessions/:id': (world) =>
    each(ADMINS, (name) =>
      row(
        world,
        `insert into account.session (sid_hash, account_id, data, expires_at, signed_in_at) values ($1, $2, '{}', '2030-01-01', now()) returning id`,
        [randomBytes(32), world.walker(name).accountId],
      ),
    ),
  '/api/members/organizations/:id': (world) => each(ADMINS, async (name) => world.walker(name).organizationId as string),
  '/api/members/invitations/:id': (world) => each(ADMINS, (name) => invitation(world, name)),
  '/api/members/:id': (world) => each(ADMINS, async (name) => (await colleague(world, name)).membershipId),
  '/api/members/accounts/:id': async (world) => [{ value: (await colleague(world, 'firm A')).accountId, owners: [] }],
  '/reset/:token': async (world) => link(world, 'PASSWORD_RESET', (await colleague(world, 'firm A')).accountId),
  '/join/:token': async (world) => link(world, 'INVITATION', await invitation(world, 'firm A')),
};

/** Acts that read no body. */
export const ACCOUNT_BODIES: Record<string, object> = Object.fromEntries(
  ['invitations/:id/resend', 'invitations/:id/cancel', ':id/end', ':id/confirm', 'accounts/:id/reset-factor', 'accounts/:id/disable', 'accounts/:id/enable'].map(
    (address) => [`POST /api/members/${address}`, {}],
  ),
);
