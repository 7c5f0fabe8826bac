import type { Membership, Role } from '@mantianxing/contracts';
import type { Account } from './account';

/** A live account with what it may do and where. */
export interface Member {
  accountId: string;
  name: string;
  /** Running ones; also those past the day they are confirmed until (`recertifyOn`, Asia/Shanghai). */
  memberships: (Membership & { districtCode: string; recertifyOn: string })[];
}

export interface NewAccount {
  login: string;
  passwordHash: string | null;
  /** A person who was invited has a row already; otherwise one is made. */
  person: { id: string } | { name: string; post?: string; phone?: string; email?: string };
  /** `recertifyOn`: 2027-11-22. */
  memberships: { organizationId: string; role: Role; recertifyOn: string }[];
  at: Date;
}

export abstract class AccountRepository {
  /** `login` already in its normal form. Disabled accounts are found too. */
  abstract findByLogin(login: string): Promise<Account | undefined>;
  /** Disabled accounts are found too. */
  abstract find(accountId: string): Promise<Account | undefined>;
  /** Enabled accounts whose person has this e-mail address, in whatever case. */
  abstract byEmail(email: string): Promise<Account[]>;
  /** Words near the account (name, e-mail, organisations) that its password should not be made of. */
  abstract hintsOf(accountId: string): Promise<string[]>;
  abstract setPassword(accountId: string, passwordHash: string, at: Date): Promise<void>;
  abstract setDisabled(accountId: string, disabledAt: Date | null): Promise<void>;
  /** Notes by when a second factor must be there; one that is noted stays. */
  abstract noteFactorDue(accountId: string, at: Date): Promise<void>;
  abstract addMembership(accountId: string, membership: { organizationId: string; role: Role; recertifyOn: string }): Promise<void>;
  /** The account with its running memberships; undefined when unknown or disabled. */
  abstract findMember(accountId: string): Promise<Member | undefined>;
  /** Person, account and memberships together; answers the account id. Throws LOGIN_TAKEN, UNKNOWN_ORGANIZATION. */
  abstract add(account: NewAccount): Promise<string>;
}
