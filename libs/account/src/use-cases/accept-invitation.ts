import { Injectable } from '@nestjs/common';
import type { Role } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { normalLogin } from '../domain/account';
import { AccountRepository } from '../domain/account.repository';
import { LinkTokens } from '../domain/link-tokens';
import { Members, type InvitationLine } from '../domain/members';
import { confirmedUntil } from '../domain/recertification';
import { SessionShelf } from '../domain/session-shelf';
import { TakeNewPassword } from './take-new-password';

export interface InvitationView {
  name: string;
  organization: string;
  role: Role;
  /** Of whoever the address belongs to, if they have an account: then only the role is added. */
  accountId: string | null;
}

/** The invited person's side of an invitation: see what it is, then join with a login and password of their own. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly members: Members,
    private readonly links: LinkTokens,
    private readonly takeNew: TakeNewPassword,
    private readonly sessions: SessionShelf,
    private readonly clock: Clock,
  ) {}

  /** Consumes nothing. Throws as `LinkTokens.peek`, INVITATION_CLOSED (410). */
  async view(token: string): Promise<InvitationView> {
    const { subjectId } = await this.links.peek(token, 'INVITATION');
    const { name, role, accountId, organizationId } = await this.open(subjectId);
    const home = await this.members.home(organizationId);
    return { name, role, organization: home?.name ?? '', accountId };
  }

  /** Answers the account's id. Throws as `view`, and WEAK_PASSWORD (422), LOGIN_TAKEN (409): the link then still opens. */
  async execute(token: string, choice: { login: string; password: string }): Promise<string> {
    const { subjectId } = await this.links.peek(token, 'INVITATION');
    const { accountId, name, email } = await this.open(subjectId);
    const login = normalLogin(choice.login);
    const passwordHash = accountId ? null : await this.takeNew.execute({ login, password: choice.password, hints: [name, email ?? ''] });
    return this.unitOfWork.run(async () => {
      await this.links.redeem(token, 'INVITATION');
      return this.join(subjectId, login, passwordHash);
    });
  }

  private async join(invitationId: string, login: string, passwordHash: string | null): Promise<string> {
    const { organizationId, role, personId, accountId } = await this.open(invitationId);
    const at = this.clock.now();
    const membership = { organizationId, role, recertifyOn: confirmedUntil(dayInShanghai(at)) };
    let joined = accountId;
    if (joined) {
      await this.accounts.addMembership(joined, membership);
      // What somebody may do has changed: every session begins anew.
      await this.sessions.removeOf(joined);
    } else {
      joined = await this.accounts.add({ login, passwordHash, person: { id: personId }, memberships: [membership], at });
    }
    const closed = await this.members.close(invitationId, { status: 'ACCEPTED', accountId: joined }, at);
    if (!closed) throw accountErrors.invitationClosed();
    return joined;
  }

  private async open(id: string): Promise<InvitationLine> {
    const invitation = await this.members.invitation(id);
    if (invitation?.status !== 'OPEN') throw accountErrors.invitationClosed();
    return invitation;
  }
}
