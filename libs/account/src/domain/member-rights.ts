import { lettersOf, ROLES, type Actor, type Role } from '@mantianxing/contracts';
import { sideOf, type Side } from './account';

/** What rights are asked of: an organisation with the sides it has. */
export interface MembersHome {
  id: string;
  name: string;
  districtCode: string;
  sides: Side[];
}

/** Roles only an admin hands out: whoever could give them could give them to themselves. */
const ONLY_BY_ADMIN: readonly Role[] = ['COORDINATOR', 'AUDITOR', 'ADMIN'];

/**
 * The roles `actor` may give and take in an organisation (MODEL.md, Access 'members, invitations'): its own admins
 * those of their side, a coordinator of the district all but the office's own high ones, an admin all.
 */
export function rolesInHand(actor: Actor, home: MembersHome): Role[] {
  const possible = ROLES.filter((role) => home.sides.includes(sideOf(role)));
  const here = lettersOf(actor, home.id);
  const anywhere = lettersOf(actor);
  const inDistrict = actor.districtCode === home.districtCode;
  return possible.filter((role) => {
    if (inDistrict && anywhere.has('A')) return true;
    if (inDistrict && anywhere.has('C') && !ONLY_BY_ADMIN.includes(role)) return true;
    return (here.has('FA') && sideOf(role) === 'SUPPLY') || (here.has('DA') && sideOf(role) === 'DEMAND');
  });
}

/** Whoever may change something here may look, and the auditor. */
export const maySeeMembers = (actor: Actor, home: MembersHome): boolean =>
  rolesInHand(actor, home).length > 0 || (lettersOf(actor).has('U') && actor.districtCode === home.districtCode);

/** True for somebody of the organisation itself: addresses are for them alone. */
export const isOwnHome = (actor: Actor, home: MembersHome): boolean =>
  actor.memberships.some(({ organizationId }) => organizationId === home.id);
