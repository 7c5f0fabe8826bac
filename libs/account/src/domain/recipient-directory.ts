import type { Role } from '@mantianxing/contracts';

/** Somebody to tell. `email` is null where none is known: then only the inbox is left. */
export interface Recipient {
  accountId: string;
  name: string;
  email: string | null;
  role: Role;
  organizationId: string;
}

/** Whom a message goes to. Disabled accounts, ended memberships and erased people are left out. */
export abstract class RecipientDirectory {
  /** Everyone with a running membership in the organisation, each account once. */
  abstract membersOf(organizationId: string): Promise<Recipient[]>;
  /** Everyone in the district who holds one of the roles, each account once. */
  abstract holdersOf(roles: readonly Role[], districtCode: string): Promise<Recipient[]>;
  /** How one account is reached now; null where it is unknown, disabled or its person was erased. */
  abstract reach(accountId: string): Promise<Pick<Recipient, 'name' | 'email'> | null>;
  /** Names by account, disabled ones included; whose person was erased is absent. */
  abstract namesOf(accountIds: readonly string[]): Promise<Map<string, string>>;
}
