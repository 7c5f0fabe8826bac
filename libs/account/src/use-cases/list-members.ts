import { Injectable } from '@nestjs/common';
import { lettersOf, type Actor, type MembersHomesView, type MembersView } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { INVITATION_TTL } from '../domain/invitation';
import { isOwnHome, rolesInHand } from '../domain/member-rights';
import { Members, type InvitationLine } from '../domain/members';
import { dayAfter, recertificationOf, TOLD_BEFORE_DAYS } from '../domain/recertification';
import { FindMembersHome } from './find-members-home';

/** 成员: who belongs to an organisation, who is invited, and what the asking person may do about it. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly members: Members,
    private readonly homes: FindMembersHome,
    private readonly clock: Clock,
  ) {}

  /** Throws ORGANIZATION_NOT_FOUND (404). Addresses and logins are for the organisation's own people alone. */
  async execute(actor: Actor, organizationId: string): Promise<MembersView> {
    const home = await this.homes.toSee(actor, organizationId);
    const roles = rolesInHand(actor, home);
    const isOwn = isOwnHome(actor, home);
    const today = dayInShanghai(this.clock.now());
    const isAdmin = lettersOf(actor).has('A');
    const [members, invitations] = await Promise.all([this.members.of(home.id), this.members.invitations(home.id)]);
    return {
      organization: { id: home.id, name: home.name },
      roles,
      members: members.map(({ login, email, post, ...member }) => {
        const isSelf = member.accountId === actor.accountId;
        const inHand = roles.includes(member.role) && !isSelf;
        return {
          ...member,
          post: post ?? '',
          contact: isOwn ? { login, email: email ?? '' } : null,
          recertification: recertificationOf(member.recertifyOn, today),
          isSelf,
          mayEnd: inHand,
          mayConfirm: inHand,
          mayAdminister: isAdmin && !isSelf,
        };
      }),
      invitations: invitations.map((invitation) => ({
        id: invitation.id,
        name: invitation.name,
        role: invitation.role,
        contact: isOwn ? { email: invitation.email ?? '' } : null,
        inviter: invitation.inviter ?? '',
        at: invitation.createdAt.toISOString(),
        mail: mailOf(invitation),
        mayAct: roles.includes(invitation.role),
      })),
      invitationDays: INVITATION_TTL / 86_400_000,
    };
  }

  /** Organisations a person has members in hand of: their own, or for office roles those of the district. */
  async homesOf(actor: Actor, q: string): Promise<MembersHomesView> {
    const letters = lettersOf(actor);
    const today = dayInShanghai(this.clock.now());
    if (['A', 'C', 'U'].some((letter) => letters.has(letter as 'A'))) {
      return { items: await this.members.homes(actor.districtCode, q, dayAfter(today, TOLD_BEFORE_DAYS)), isDistrict: true };
    }
    const own = actor.memberships.filter(({ role }) => role === 'FIRM_ADMIN' || role === 'DEPARTMENT_ADMIN');
    return {
      items: own.map(({ organizationId: id, organizationName: name }) => ({ id, name, kind: '', members: 0, due: 0 })),
      isDistrict: false,
    };
  }
}

function mailOf({ mailedAt, mailFault }: InvitationLine): 'WAITING' | 'SENT' | 'FAILED' {
  if (mailFault) return 'FAILED';
  return mailedAt ? 'SENT' : 'WAITING';
}
