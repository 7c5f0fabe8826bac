import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '@mantianxing/contracts';
import { accountErrors } from '../domain/account.errors';
import { maySeeMembers, rolesInHand, type MembersHome } from '../domain/member-rights';
import { Members } from '../domain/members';

/** Finds an organisation for somebody who has business with its members; to everybody else it is not there (404). */
@Injectable()
export class FindMembersHome {
  constructor(private readonly members: Members) {}

  async toSee(actor: Actor, organizationId: string): Promise<MembersHome> {
    const home = await this.members.home(organizationId);
    if (!home || !maySeeMembers(actor, home)) throw accountErrors.noMembersHome();
    return home;
  }

  /** Throws ORGANIZATION_NOT_FOUND (404), or ROLE_NOT_YOURS (403) where `actor` has no hand on that role. */
  async toChange(actor: Actor, organizationId: string, role: Role): Promise<MembersHome> {
    const home = await this.toSee(actor, organizationId);
    if (!rolesInHand(actor, home).includes(role)) throw accountErrors.roleNotYours();
    return home;
  }
}
