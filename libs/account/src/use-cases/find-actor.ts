import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import { normalLogin } from '../domain/account';
import { AccountRepository } from '../domain/account.repository';

/** Who a signed-in account is now: read anew for each request, so an ended membership counts at once. */
@Injectable()
export class FindActor {
  constructor(
    private readonly accounts: AccountRepository,
    @Inject(ENV) private readonly env: Pick<Env, 'DISTRICT_CODE'>,
  ) {}

  /** The account of that login, for commands where nobody signs in. Undefined when unknown or disabled. */
  async byLogin(login: string): Promise<Actor | undefined> {
    const account = await this.accounts.findByLogin(normalLogin(login));
    return account && this.execute(account.id);
  }

  /** Undefined when the account is unknown or disabled. */
  async execute(accountId: string): Promise<Actor | undefined> {
    const member = await this.accounts.findMember(accountId);
    if (!member) return undefined;
    return {
      accountId: member.accountId,
      name: member.name,
      districtCode: member.memberships[0]?.districtCode ?? this.env.DISTRICT_CODE,
      memberships: member.memberships.map(({ organizationId, organizationName, role }) => ({
        organizationId,
        organizationName,
        role,
      })),
    };
  }
}
