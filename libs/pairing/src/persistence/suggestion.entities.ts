import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Band, MatchReason } from '@mantianxing/contracts';
import type { Decision, Review, Suggestion } from '../domain/suggestion';
import type { SuggestionStatus } from '../domain/suggestion-status';
import type { ReviewFeatures } from '../domain/suggestion.repository';

@Entity({ schema: 'pairing', name: 'suggestion' })
export class SuggestionEntity implements Suggestion {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'district_code', type: 'char', length: 6 }) districtCode: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'scenario_id', type: 'uuid' }) scenarioId: string;
  @Column({ name: 'member_key', type: 'text' }) memberKey: string;
  @Column({ name: 'capability_ids', type: 'uuid', array: true }) capabilityIds: string[];
  @Column({ name: 'firm_ids', type: 'uuid', array: true }) firmIds: string[];
  @Column({ type: 'int', default: 1 }) opening: number;
  @Column({ type: 'text' }) status: SuggestionStatus;
  @Column({ type: 'double precision' }) score: number;
  @Column({ type: 'text' }) band: Band;
  @Column({ type: 'jsonb' }) reasons: MatchReason[];
  @Column({ type: 'text', array: true, default: '{}' }) missing: string[];
  @Column({ name: 'to_verify', type: 'text', array: true, default: '{}' }) toVerify: string[];
  @Column({ name: 'scenario_revision', type: 'int' }) scenarioRevision: number;
  @Column({ name: 'scenario_digest', type: 'text' }) scenarioDigest: string;
  @Column({ name: 'capability_revisions', type: 'int', array: true }) capabilityRevisions: number[];
  @Column({ name: 'capability_digests', type: 'text', array: true }) capabilityDigests: string[];
  @Column({ name: 'score_version', type: 'text' }) scoreVersion: string;
  @Column({ name: 'reopened_because', type: 'text', default: '' }) reopenedBecause: string;
  @Column({ name: 'owner_role', type: 'text', nullable: true }) ownerRole: string | null;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt: Date;
  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' }) openedAt: Date;
}

@Entity({ schema: 'pairing', name: 'review' })
export class ReviewEntity implements Review {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'suggestion_id', type: 'uuid' }) suggestionId: string;
  @Column({ type: 'int' }) opening: number;
  @Column({ type: 'text' }) decision: Decision;
  @Column({ name: 'reason_code', type: 'text', nullable: true }) reasonCode: string | null;
  @Column({ type: 'text', default: '' }) note: string;
  @Column({ type: 'jsonb' }) features: ReviewFeatures;
  @Column({ name: 'account_id', type: 'uuid' }) accountId: string;
  @Column({ name: 'decided_at', type: 'timestamptz', default: () => 'now()' }) decidedAt: Date;
  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true }) undoneAt: Date | null;
}

@Entity({ schema: 'pairing', name: 'suggestion_history' })
export class SuggestionHistoryEntity {
  @PrimaryColumn({ name: 'suggestion_id', type: 'uuid' }) suggestionId: string;
  @PrimaryColumn({ type: 'int' }) version: number;
  @Column({ type: 'text' }) event: string;
  @Column({ name: 'from_status', type: 'text', nullable: true }) fromStatus: string | null;
  @Column({ name: 'to_status', type: 'text' }) toStatus: string;
  @Column({ name: 'actor_account_id', type: 'uuid', nullable: true }) actorAccountId: string | null;
  @Column({ type: 'text', default: '' }) note: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
}
