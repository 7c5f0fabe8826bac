import { z } from 'zod';
import { ROLES } from '../actor';
import { email, page, text } from './shared';

export const InviteMember = z
  .strictObject({
    organizationId: z.uuid(),
    role: z.enum(ROLES),
    name: text(40, 1),
    post: text(40).optional(),
    email,
  })
  .meta({ id: 'InviteMember' });
export type InviteMember = z.infer<typeof InviteMember>;

export const LinkIdentity = z.strictObject({ subject: text(255, 1) }).meta({ id: 'LinkIdentity' });
export type LinkIdentity = z.infer<typeof LinkIdentity>;

export const MembersHomesQuery = z.strictObject({ q: text(60).optional(), page: page.optional() });

const role = z.enum(ROLES);
export const MemberView = z
  .strictObject({
    membershipId: z.uuid(),
    accountId: z.uuid(),
    name: z.string(),
    post: z.string(),
    role,
    /** For people of the same organisation alone. */
    contact: z.strictObject({ login: z.string(), email: z.string() }).nullable(),
    hasFactor: z.boolean(),
    hasPassword: z.boolean(),
    isDisabled: z.boolean(),
    isSelf: z.boolean(),
    /** Day until which the membership is confirmed. */
    recertifyOn: z.string(),
    recertification: z.enum(['CONFIRMED', 'DUE', 'LAPSED']),
    mayEnd: z.boolean(),
    mayConfirm: z.boolean(),
    /** Reset the second factor, close the account. */
    mayAdminister: z.boolean(),
  })
  .meta({ id: 'Member' });
export type MemberView = z.infer<typeof MemberView>;

export const InvitationView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    role,
    contact: z.strictObject({ email: z.string() }).nullable(),
    inviter: z.string(),
    at: z.string(),
    mail: z.enum(['WAITING', 'SENT', 'FAILED']),
    mayAct: z.boolean(),
  })
  .meta({ id: 'Invitation' });

export const MembersView = z
  .strictObject({
    organization: z.strictObject({ id: z.uuid(), name: z.string() }),
    /** Roles this person may give here; empty for who may only look. */
    roles: z.array(role),
    members: z.array(MemberView),
    invitations: z.array(InvitationView),
    /** Days an invitation's link opens. */
    invitationDays: z.int(),
  })
  .meta({ id: 'Members' });
export type MembersView = z.infer<typeof MembersView>;

export const MembersHomesView = z
  .strictObject({
    items: z.array(
      z.strictObject({ id: z.uuid(), name: z.string(), kind: z.string(), members: z.int(), due: z.int() }),
    ),
    /** All organisations of the district, rather than the person's own. */
    isDistrict: z.boolean(),
  })
  .meta({ id: 'MembersHomes' });
export type MembersHomesView = z.infer<typeof MembersHomesView>;
