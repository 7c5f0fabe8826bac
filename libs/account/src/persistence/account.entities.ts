import type { Role } from '@mantianxing/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Account, AccountMembership, Person, Side } from '../domain/account';
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
}

export const ACCOUNT_ENTITIES = [PersonEntity, AccountEntity, MembershipEntity, SessionEntity, LinkTokenEntity];
