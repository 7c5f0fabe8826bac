import type { Role } from '@mantianxing/contracts';

/** Somebody's name and ways to reach them. Personal data stands here and nowhere else. */
export interface Person {
  id: string;
  name: string | null;
  post: string | null;
  phone: string | null;
  email: string | null;
  erasedAt: Date | null;
}

/** What a person signs in with. `passwordHash` is null until a password is set. */
export interface Account {
  id: string;
  personId: string;
  login: string;
  passwordHash: string | null;
  /** Absent for passwords from before this was noted. */
  passwordSetAt: Date | null;
  /** When a second factor must be there; set when its absence was first noticed. */
  factorDueAt: Date | null;
  disabledAt: Date | null;
}

/** A person's part in one organisation; `side` follows from the role (the table checks the pair). */
export interface AccountMembership {
  id: string;
  accountId: string;
  organizationId: string;
  side: Side;
  role: Role;
  endedAt: Date | null;
  /** Day (Asia/Shanghai) until which the organisation has confirmed it; past it the role is closed. */
  recertifyOn: string;
}

export type Side = 'SUPPLY' | 'DEMAND' | 'OFFICE';

const SIDE: Record<Role, Side> = {
  FIRM_MEMBER: 'SUPPLY',
  FIRM_ADMIN: 'SUPPLY',
  DEPARTMENT_MEMBER: 'DEMAND',
  DEPARTMENT_ADMIN: 'DEMAND',
  MATCHMAKER: 'OFFICE',
  COORDINATOR: 'OFFICE',
  EXPERT: 'OFFICE',
  AUDITOR: 'OFFICE',
  ADMIN: 'OFFICE',
};
export const sideOf = (role: Role): Side => SIDE[role];

/** Logins are compared without regard to case, width or surrounding blanks. */
export const normalLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();
