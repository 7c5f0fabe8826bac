import type { Membership, Role } from '@mantianxing/contracts';
import type { Account } from './account';

/** A live account with what it may do and where. */
export interface Member {
  accountId: string;
  name: string;
  memberships: (Membership & { districtCode: string })[];
}

export interface NewAccount {
  login: string;
  passwordHash: string | null;
  person: { name: string; post?: string; phone?: string; email?: string };
  memberships: { organizationId: string; role: Role }[];
}

export abstract class AccountRepository {
  /** `login` already in its normal form. Disabled accounts are found too. */
  abstract findByLogin(login: string): Promise<Account | undefined>;
  /** The account with its running memberships; undefined when unknown or disabled. */
  abstract findMember(accountId: string): Promise<Member | undefined>;
  /** Person, account and memberships together; answers the account id. Throws LOGIN_TAKEN, UNKNOWN_ORGANIZATION. */
  abstract add(account: NewAccount): Promise<string>;
}
