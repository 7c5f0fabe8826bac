import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeMembership, InviteMember as Invite, ListMembers, RemoveFactor, SignInWithIdentity } from '@mantianxing/account';
import {
  DomainError,
  InviteMember,
  LinkIdentity,
  MadeView,
  MembersHomesQuery,
  MembersHomesView,
  MembersView,
  type Actor,
} from '@mantianxing/contracts';
import { Answers, AnswersNothing, CurrentActor, ENV, Refusals, type Env } from '@mantianxing/platform';
import { z } from 'zod';

const id = { schema: z.uuid() };

/** 成员: invitations and memberships of one organisation. Which organisation and which role is the use cases' to judge. */
@ApiTags('成员')
@Controller('api/members')
export class MembersController {
  constructor(
    private readonly list: ListMembers,
    private readonly invite: Invite,
    private readonly membership: ChangeMembership,
    private readonly removeFactor: RemoveFactor,
    private readonly identity: SignInWithIdentity,
    @Inject(ENV) private readonly env: Pick<Env, 'OIDC_ISSUER'>,
  ) {}

  /** Organisations whose members this person has in hand. */
  @Get('organizations')
  @Answers(MembersHomesView)
  @Refusals(401, 403, 422)
  homes(@CurrentActor() actor: Actor, @Query({ schema: MembersHomesQuery }) { q }: z.output<typeof MembersHomesQuery>): Promise<MembersHomesView> {
    return this.list.homesOf(actor, q ?? '');
  }

  @Get('organizations/:id')
  @Answers(MembersView)
  @Refusals(401, 403, 404)
  show(@CurrentActor() actor: Actor, @Param('id', id) organizationId: string): Promise<MembersView> {
    return this.list.execute(actor, organizationId);
  }

  @Post('invitations')
  @Answers(MadeView, 201)
  @Refusals(401, 403, 404, 409, 422)
  async send(@CurrentActor() actor: Actor, @Body({ schema: InviteMember }) body: InviteMember): Promise<MadeView> {
    return { id: await this.invite.execute(actor, body) };
  }

  @Post('invitations/:id/resend')
  @AnswersNothing()
  @Refusals(401, 403, 404, 410)
  again(@CurrentActor() actor: Actor, @Param('id', id) invitation: string): Promise<void> {
    return this.invite.again(actor, invitation);
  }

  @Post('invitations/:id/cancel')
  @AnswersNothing()
  @Refusals(401, 403, 404, 410)
  cancel(@CurrentActor() actor: Actor, @Param('id', id) invitation: string): Promise<void> {
    return this.invite.cancel(actor, invitation);
  }

  @Post(':id/end')
  @AnswersNothing()
  @Refusals(401, 403, 404, 409)
  end(@CurrentActor() actor: Actor, @Param('id', id) membership: string): Promise<void> {
    return this.membership.end(actor, membership);
  }

  /** 年度确认. */
  @Post(':id/confirm')
  @AnswersNothing()
  @Refusals(401, 403, 404, 409)
  confirm(@CurrentActor() actor: Actor, @Param('id', id) membership: string): Promise<void> {
    return this.membership.confirm(actor, membership);
  }

  @Post('accounts/:id/reset-factor')
  @AnswersNothing()
  @Refusals(401, 403, 404)
  resetFactor(@CurrentActor() actor: Actor, @Param('id', id) accountId: string): Promise<void> {
    return this.removeFactor.ofAnother(actor, accountId);
  }

  @Post('accounts/:id/disable')
  @AnswersNothing()
  @Refusals(401, 403, 404)
  disable(@CurrentActor() actor: Actor, @Param('id', id) accountId: string): Promise<void> {
    return this.membership.setDisabled(actor, accountId, true);
  }

  @Post('accounts/:id/enable')
  @AnswersNothing()
  @Refusals(401, 403, 404)
  enable(@CurrentActor() actor: Actor, @Param('id', id) accountId: string): Promise<void> {
    return this.membership.setDisabled(actor, accountId, false);
  }

  /** Says which person of the OIDC provider this account belongs to. */
  @Post('accounts/:id/identity')
  @AnswersNothing()
  @Refusals(401, 403, 404, 409, 422)
  link(@CurrentActor() actor: Actor, @Param('id', id) accountId: string, @Body({ schema: LinkIdentity }) { subject }: LinkIdentity): Promise<void> {
    if (!this.env.OIDC_ISSUER) throw new DomainError('NO_PROVIDER', 409, '本平台未启用统一身份认证。');
    return this.identity.link(actor, accountId, this.env.OIDC_ISSUER, subject);
  }
}
