import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Link, LinkPurpose } from '../domain/link-tokens';

@Entity({ schema: 'account', name: 'link_token' })
export class LinkTokenEntity implements Link {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('bytea', { unique: true })
  hash: Buffer;

  @Column('bytea')
  seed: Buffer;

  @Column('text')
  purpose: LinkPurpose;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
