import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@mantianxing/contracts';
import { Clock, dayInShanghai, ENV, type Env } from '@mantianxing/platform';
import { normalLogin } from '../domain/account';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository, type Member } from '../domain/account.repository';

/** Who a signed-in account is now: read anew for each request, so an ended membership counts at once. */
@Injectable()
export class FindActor {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Pick<Env, 'DISTRICT_CODE'>,
  ) {}

  /** The account of that login, for commands where nobody signs in. Undefined when unknown or disabled. */
  async byLogin(login: string): Promise<Actor | undefined> {
    const account = await this.accounts.findByLogin(normalLogin(login));
    return account && this.execute(account.id);
  }

  /** Undefined when the account is unknown or disabled. Roles past the day they are confirmed until are not among its roles. */
  async execute(accountId: string): Promise<Actor | undefined> {
    const member = await this.accounts.findMember(accountId);
    return member && this.actorOf(member);
  }

  /** Who comes in now. Throws RECERTIFICATION_PAST (403) for a member all of whose roles are past their day. */
  async entering(accountId: string): Promise<Actor | undefined> {
    const member = await this.accounts.findMember(accountId);
    const actor = member && this.actorOf(member);
    if (member && member.memberships.length > 0 && actor?.memberships.length === 0) throw accountErrors.recertificationPast();
    return actor;
  }

  private actorOf(member: Member): Actor {
    const today = dayInShanghai(this.clock.now());
    const memberships = member.memberships.filter(({ recertifyOn }) => recertifyOn >= today);
    return {
      accountId: member.accountId,
      name: member.name,
      districtCode: memberships[0]?.districtCode ?? this.env.DISTRICT_CODE,
      memberships: memberships.map(({ organizationId, organizationName, role }) => ({ organizationId, organizationName, role })),
    };
  }
}
