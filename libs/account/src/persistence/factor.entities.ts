import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SecondFactor } from '../domain/second-factors';

@Entity({ schema: 'account', name: 'second_factor' })
export class SecondFactorEntity implements SecondFactor {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('bytea')
  secret: Buffer;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('bigint', { name: 'last_step', default: 0, transformer: { to: Number, from: Number } })
  lastStep: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity({ schema: 'account', name: 'recovery_code' })
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('bytea')
  hash: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}

/** An account's name at another provider (OIDC). */
@Entity({ schema: 'account', name: 'external_identity' })
export class ExternalIdentityEntity {
  @PrimaryColumn('text')
  issuer: string;

  @PrimaryColumn('text')
  subject: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('uuid', { name: 'linked_by', nullable: true })
  linkedBy: string | null;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}
