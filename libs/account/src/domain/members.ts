import type { Role } from '@mantianxing/contracts';
import type { Invitation } from './invitation';
import type { MembersHome } from './member-rights';

/** One running membership with what its organisation's admin needs to know. */
export interface MemberLine {
  membershipId: string;
  accountId: string;
  name: string;
  post: string | null;
  login: string;
  email: string | null;
  role: Role;
  recertifyOn: string;
  isDisabled: boolean;
  hasFactor: boolean;
  hasPassword: boolean;
}

export interface InvitationLine extends Invitation {
  name: string;
  email: string | null;
  inviter: string | null;
}

export interface MembersHomeLine {
  id: string;
  name: string;
  kind: string;
  members: number;
  /** Memberships past or near the day they must be confirmed. */
  due: number;
}

export interface NewInvitation {
  organizationId: string;
  role: Role;
  name: string;
  post?: string;
  email: string;
  /** The account the address belongs to already. */
  accountId: string | null;
  invitedBy: string;
  at: Date;
}

/** Who belongs to which organisation, and who is asked to. */
export abstract class Members {
  abstract home(organizationId: string): Promise<MembersHome | undefined>;
  /** Organisations of the district with their number of members, those with most to confirm first. */
  abstract homes(districtCode: string, q: string, dueBy: string): Promise<MembersHomeLine[]>;
  abstract of(organizationId: string): Promise<MemberLine[]>;
  /** Also one that has ended. */
  abstract membership(membershipId: string): Promise<{ accountId: string; organizationId: string; role: Role } | undefined>;
  /** False when it had ended already. */
  abstract end(membershipId: string, at: Date): Promise<boolean>;
  abstract confirm(membershipId: string, until: string, by: string): Promise<boolean>;
  /** Running organisations of an account, for rights over it. */
  abstract homesOf(accountId: string): Promise<string[]>;

  abstract invitations(organizationId: string): Promise<InvitationLine[]>;
  abstract invitation(id: string): Promise<InvitationLine | undefined>;
  /** Writes person (unless there is an account) and invitation. Throws MEMBER_ALREADY (409) where one is open or in force. */
  abstract invite(invitation: NewInvitation): Promise<string>;
  /** Counts another sending of an open invitation; null when it is closed. */
  abstract sentAgain(id: string): Promise<number | null>;
  /** Closes an open invitation under a lock; false when somebody else has closed it. A cancelled one forgets its person. */
  abstract close(id: string, end: { status: 'ACCEPTED'; accountId: string } | { status: 'CANCELLED' }, at: Date): Promise<boolean>;
  /** How the mail fared, for the list. */
  abstract mailed(id: string, at: Date, fault: string): Promise<void>;

  /** Organisations with memberships to confirm by `dueBy` that nobody was told of for that day; marks them as told. */
  abstract takeDue(dueBy: string): Promise<{ organizationId: string; members: number }[]>;
}
