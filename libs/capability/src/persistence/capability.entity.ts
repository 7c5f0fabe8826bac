import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Capability } from '../domain/capability';
import type { CapabilityStatus } from '../domain/capability-status';

@Entity({ schema: 'capability', name: 'capability' })
@Index('capability_by_status', ['districtCode', 'status', 'publishedAt'])
@Index('capability_of_firm', ['firmId'])
export class CapabilityEntity implements Capability {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ name: 'district_code', type: 'char', length: 6 }) districtCode: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'int', default: 0 }) revision: number;
  @Column({ type: 'text' }) status: CapabilityStatus;
  @Column({ name: 'firm_id', type: 'uuid' }) firmId: string;
  @Column({ type: 'text' }) kind: Capability['kind'];
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', default: '' }) summary: string;
  @Column({ type: 'text', default: '' }) description: string;
  @Column({ name: 'technology_tags', type: 'text', array: true, default: '{}' }) technologyTags: string[];
  @Column({ type: 'text', array: true, default: '{}' }) sectors: string[];
  @Column({ name: 'adapted_platforms', type: 'text', array: true, default: '{}' }) adaptedPlatforms: string[];
  @Column({ name: 'first_version', type: 'boolean', default: false }) firstVersion: boolean;
  @Column({ type: 'text', array: true, default: '{}' }) cases: string[];
  @Column({ name: 'delivery_days', type: 'int', nullable: true }) deliveryDays: number | null;
  @Column({ name: 'match_digest', type: 'text', default: '' }) matchDigest: string;
  /** For finding entries of nearly the same text; nothing else reads it, so nothing else loads it. */
  @Column({ name: 'text_signature', type: 'int', array: true, default: '{}', select: false })
  textSignature?: number[];
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt: Date | null;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt: Date | null;
  @Column({ name: 'merged_into', type: 'uuid', nullable: true }) mergedInto: string | null;
  @Column({ name: 'owner_role', type: 'text', nullable: true }) ownerRole: string | null;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt: Date | null;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt: Date;
}

@Entity({ schema: 'capability', name: 'capability_history' })
export class CapabilityHistoryEntity {
  @PrimaryColumn({ name: 'capability_id', type: 'uuid' }) capabilityId: string;
  @PrimaryColumn({ type: 'int' }) version: number;
  @Column({ type: 'text' }) event: string;
  @Column({ name: 'from_status', type: 'text', nullable: true }) fromStatus: string | null;
  @Column({ name: 'to_status', type: 'text' }) toStatus: string;
  @Column({ name: 'actor_account_id', type: 'uuid', nullable: true }) actorAccountId: string | null;
  @Column({ type: 'text', default: '' }) note: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
}

@Entity({ schema: 'capability', name: 'qualification' })
@Unique(['firmId', 'code', 'level'])
export class QualificationEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ name: 'firm_id', type: 'uuid' }) firmId: string;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text', default: '' }) level: string;
  @Column({ type: 'text', default: '' }) issuer: string;
  @Column({ name: 'valid_until', type: 'date', nullable: true }) validUntil: string | null;
  @Column({ name: 'verified_by', type: 'uuid', nullable: true }) verifiedBy: string | null;
  @Column({ name: 'verified_at', type: 'timestamptz', nullable: true }) verifiedAt: Date | null;
}

/** Hand these to `DatabaseModule.forRoot` in every app that imports `CapabilityModule`. */
export const CAPABILITY_ENTITIES = [CapabilityEntity, CapabilityHistoryEntity, QualificationEntity];
