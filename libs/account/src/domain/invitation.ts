import type { Role } from '@mantianxing/contracts';
import type { Side } from './account';

export type InvitationStatus = 'OPEN' | 'ACCEPTED' | 'CANCELLED';
/** How long an invitation's link opens. */
export const INVITATION_TTL = 7 * 86_400_000;
/** How long a reset's link opens. */
export const RESET_TTL = 30 * 60_000;

/** 邀请: somebody is asked to join one organisation in one role. Name and address stand in `person` alone. */
export interface Invitation {
  id: string;
  organizationId: string;
  side: Side;
  role: Role;
  personId: string;
  /** Who it became; from the beginning where the address belongs to an account already. */
  accountId: string | null;
  status: InvitationStatus;
  /** How often it was sent; counts the mails. */
  sent: number;
  invitedBy: string | null;
  mailedAt: Date | null;
  mailFault: string;
  createdAt: Date;
  closedAt: Date | null;
}
