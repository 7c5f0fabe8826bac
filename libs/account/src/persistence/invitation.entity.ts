import type { Role } from '@mantianxing/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from '../domain/account';
import type { Invitation, InvitationStatus } from '../domain/invitation';

@Entity({ schema: 'account', name: 'invitation' })
export class InvitationEntity implements Invitation {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  side: Side;

  @Column('text')
  role: Role;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text')
  status: InvitationStatus;

  @Column('int', { default: 1 })
  sent: number;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;

  @Column('text', { name: 'mail_fault', default: '' })
  mailFault: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
