import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnsweredVia, Consent, Introduction, Side } from '../domain/consent';
import type { ConsentStatus } from '../domain/consent-status';

@Entity({ schema: 'pairing', name: 'consent' })
export class ConsentEntity implements Consent {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'district_code', type: 'char', length: 6 }) districtCode: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'pairing_id', type: 'uuid' }) pairingId: string;
  @Column({ name: 'scenario_id', type: 'uuid' }) scenarioId: string;
  @Column({ type: 'int' }) round: number;
  @Column({ name: 'organization_id', type: 'uuid' }) organizationId: string;
  @Column({ type: 'text' }) side: Side;
  @Column({ name: 'is_lead', type: 'boolean', default: false }) isLead: boolean;
  @Column({ type: 'text' }) status: ConsentStatus;
  @Column({ name: 'owner_role', type: 'text', nullable: true }) ownerRole: string | null;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt: Date;
  @Column({ name: 'remind_at', type: 'timestamptz' }) remindAt: Date;
  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true }) remindedAt: Date | null;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt: Date | null;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt: Date | null;
  @Column({ name: 'answered_by', type: 'uuid', nullable: true }) answeredBy: string | null;
  @Column({ name: 'answered_via', type: 'text', nullable: true }) answeredVia: AnsweredVia | null;
  @Column({ name: 'stands_at', type: 'timestamptz', nullable: true }) standsAt: Date | null;
  @Column({ type: 'text', default: '' }) reason: string;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt: Date;
}

@Entity({ schema: 'pairing', name: 'consent_history' })
export class ConsentHistoryEntity {
  @PrimaryColumn({ name: 'consent_id', type: 'uuid' }) consentId: string;
  @PrimaryColumn({ type: 'int' }) version: number;
  @Column({ type: 'text' }) event: string;
  @Column({ name: 'from_status', type: 'text', nullable: true }) fromStatus: string | null;
  @Column({ name: 'to_status', type: 'text' }) toStatus: string;
  @Column({ name: 'actor_account_id', type: 'uuid', nullable: true }) actorAccountId: string | null;
  @Column({ type: 'text', default: '' }) note: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
}

@Entity({ schema: 'pairing', name: 'introduction' })
export class IntroductionEntity implements Introduction {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'pairing_id', type: 'uuid' }) pairingId: string;
  @Column({ type: 'int' }) round: number;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'text' }) status: 'RELEASED' | 'CLOSED';
  @Column({ name: 'released_at', type: 'timestamptz' }) releasedAt: Date;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt: Date | null;
}
