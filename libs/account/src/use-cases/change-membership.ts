import { Injectable } from '@nestjs/common';
import { lettersOf, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { Members } from '../domain/members';
import { confirmedUntil } from '../domain/recertification';
import { SessionShelf } from '../domain/session-shelf';
import { FindMembersHome } from './find-members-home';

/** Ends or confirms a membership, and closes or opens an account; never one's own. */
@Injectable()
export class ChangeMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly members: Members,
    private readonly homes: FindMembersHome,
    private readonly sessions: SessionShelf,
    private readonly clock: Clock,
  ) {}

  /** The role ends at once, and the person's sessions with it. Throws MEMBER_NOT_FOUND (404), ROLE_NOT_YOURS, NOT_ONESELF (403), MEMBERSHIP_ENDED (409). */
  async end(actor: Actor, membershipId: string): Promise<void> {
    const { accountId } = await this.inHand(actor, membershipId);
    await this.unitOfWork.run(async () => {
      if (!(await this.members.end(membershipId, this.clock.now()))) throw accountErrors.membershipEnded();
      await this.sessions.removeOf(accountId);
    });
  }

  /** 年度确认: good for another year from today. Throws as `end`. */
  async confirm(actor: Actor, membershipId: string): Promise<void> {
    await this.inHand(actor, membershipId);
    const until = confirmedUntil(dayInShanghai(this.clock.now()));
    await this.unitOfWork.run(async () => {
      if (!(await this.members.confirm(membershipId, until, actor.accountId))) throw accountErrors.membershipEnded();
    });
  }

  /** An admin's act over a whole account. Throws MEMBER_NOT_FOUND (404), NOT_ONESELF (403). */
  async setDisabled(actor: Actor, accountId: string, isDisabled: boolean): Promise<void> {
    const isInDistrict = await this.isInDistrict(actor, accountId);
    if (!lettersOf(actor).has('A') || !isInDistrict) throw accountErrors.memberUnknown();
    if (accountId === actor.accountId) throw accountErrors.notOneself();
    await this.unitOfWork.run(async () => {
      await this.accounts.setDisabled(accountId, isDisabled ? this.clock.now() : null);
      await this.sessions.removeOf(accountId);
    });
  }

  private async isInDistrict(actor: Actor, accountId: string): Promise<boolean> {
    const homes = await Promise.all((await this.members.homesOf(accountId)).map((id) => this.members.home(id)));
    return homes.some((home) => home?.districtCode === actor.districtCode);
  }

  private async inHand(actor: Actor, membershipId: string): Promise<{ accountId: string }> {
    const membership = await this.members.membership(membershipId);
    if (!membership) throw accountErrors.memberUnknown();
    await this.homes.toSee(actor, membership.organizationId).catch(() => {
      throw accountErrors.memberUnknown();
    });
    await this.homes.toChange(actor, membership.organizationId, membership.role);
    if (membership.accountId === actor.accountId) throw accountErrors.notOneself();
    return membership;
  }
}
