import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { INVITATION_TTL } from '../domain/invitation';
import { LinkTokens } from '../domain/link-tokens';
import { Members, type InvitationLine } from '../domain/members';
import { FindMembersHome } from './find-members-home';

export interface InviteRequest {
  organizationId: string;
  role: Role;
  name: string;
  post?: string;
  email: string;
}

/** 邀请成员: a link by mail opens the door once, within seven days. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly members: Members,
    private readonly homes: FindMembersHome,
    private readonly links: LinkTokens,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Answers the invitation's id. Throws 404, ROLE_NOT_YOURS (403), MEMBER_ALREADY (409). */
  async execute(actor: Actor, request: InviteRequest): Promise<string> {
    await this.homes.toChange(actor, request.organizationId, request.role);
    const [known] = await this.accounts.byEmail(request.email);
    return this.unitOfWork.run(async () => {
      const id = await this.members.invite({
        ...request,
        accountId: known?.id ?? null,
        invitedBy: actor.accountId,
        at: this.clock.now(),
      });
      await this.send(id, known?.id ?? null, 1, actor);
      return id;
    });
  }

  /** A new link; the one sent before opens no more. Throws INVITATION_NOT_FOUND (404), INVITATION_CLOSED (410). */
  async again(actor: Actor, id: string): Promise<void> {
    const { accountId } = await this.inHand(actor, id);
    await this.unitOfWork.run(async () => {
      const sent = await this.members.sentAgain(id);
      if (sent === null) throw accountErrors.invitationClosed();
      await this.links.revoke({ purpose: 'INVITATION', subjectId: id, accountId: null });
      await this.send(id, accountId, sent, actor);
    });
  }

  /** Takes it back; the person's data goes where there is no account. Throws as `again`. */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.inHand(actor, id);
    await this.unitOfWork.run(async () => {
      const done = await this.members.close(id, { status: 'CANCELLED' }, this.clock.now());
      if (!done) throw accountErrors.invitationClosed();
      await this.links.revoke({ purpose: 'INVITATION', subjectId: id, accountId: null });
    });
  }

  private async inHand(actor: Actor, id: string): Promise<InvitationLine> {
    const invitation = await this.members.invitation(id);
    if (!invitation) throw accountErrors.invitationUnknown();
    await this.homes.toSee(actor, invitation.organizationId).catch(() => {
      throw accountErrors.invitationUnknown();
    });
    await this.homes.toChange(actor, invitation.organizationId, invitation.role);
    return invitation;
  }

  private async send(id: string, accountId: string | null, sent: number, actor: Actor): Promise<void> {
    const { id: linkId } = await this.links.issue({ purpose: 'INVITATION', subjectId: id, accountId }, INVITATION_TTL);
    await this.outbox.record({ name: 'invitation.sent', subjectId: id, revision: sent, ids: { linkId } }, actor);
  }
}
