import type { Role } from '@mantianxing/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Account, AccountMembership, Person, Side } from '../domain/account';
import { ExternalIdentityEntity, RecoveryCodeEntity, SecondFactorEntity } from './factor.entities';
import { InvitationEntity } from './invitation.entity';
import { LinkTokenEntity } from './link-token.entity';

const newId = { default: () => 'uuidv7()' };

@Entity({ schema: 'account', name: 'person' })
export class PersonEntity implements Person {
  @PrimaryColumn('uuid', newId)
  id: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  post: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;
}

@Entity({ schema: 'account', name: 'account' })
export class AccountEntity implements Account {
  @PrimaryColumn('uuid', newId)
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { unique: true })
  login: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'password_set_at', nullable: true })
  passwordSetAt: Date | null;

  @Column('timestamptz', { name: 'factor_due_at', nullable: true })
  factorDueAt: Date | null;
}

@Entity({ schema: 'account', name: 'membership' })
export class MembershipEntity implements AccountMembership {
  @PrimaryColumn('uuid', newId)
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  side: Side;

  @Column('text')
  role: Role;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('date', { name: 'recertify_on', default: () => 'current_date + 365' })
  recertifyOn: string;

  @Column('date', { name: 'recertify_told_on', nullable: true })
  recertifyToldOn: string | null;

  @Column('uuid', { name: 'certified_by', nullable: true })
  certifiedBy: string | null;
}

@Entity({ schema: 'account', name: 'session' })
export class SessionEntity {
  @PrimaryColumn('bytea', { name: 'sid_hash' })
  sidHash: Buffer;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('jsonb')
  data: object;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('uuid', { unique: true, default: () => 'uuidv7()' })
  id: string;

  @Column('timestamptz', { name: 'signed_in_at', nullable: true })
  signedInAt: Date | null;

  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt: Date | null;

  @Column('text', { default: '' })
  address: string;

  @Column('text', { default: '' })
  agent: string;
}

export const ACCOUNT_ENTITIES = [
  PersonEntity,
  AccountEntity,
  MembershipEntity,
  SessionEntity,
  LinkTokenEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  ExternalIdentityEntity,
  InvitationEntity,
];
