import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { AskedQualification, Demand, Scenario } from '../domain/scenario';
import type { ScenarioStatus } from '../domain/scenario-status';

/** bigint arrives as text; fen stay below 2^53 (the contract's limit is 10^14). */
const fen = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity({ schema: 'scenario', name: 'scenario' })
@Index('scenario_by_status', ['districtCode', 'status', 'publishedAt'])
@Index('scenario_of_organization', ['organizationId'])
export class ScenarioEntity implements Scenario {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ name: 'district_code', type: 'char', length: 6 }) districtCode: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'int', default: 0 }) revision: number;
  @Column({ type: 'text' }) status: ScenarioStatus;
  @Column({ name: 'list_type', type: 'text' }) listType: Scenario['listType'];
  @Column({ type: 'text' }) visibility: Scenario['visibility'];
  @Column({ name: 'sourcing_mode', type: 'text' }) sourcingMode: Scenario['sourcingMode'];
  @Column({ name: 'engagement_mode', type: 'text' }) engagementMode: Scenario['engagementMode'];
  @Column({ type: 'text' }) level: Scenario['level'];
  @Column({ name: 'source_ref', type: 'text', default: '' }) sourceRef: string;
  @Column({ name: 'organization_id', type: 'uuid' }) organizationId: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text', default: '' }) background: string;
  @Column({ type: 'text', default: '' }) need: string;
  @Column({ name: 'in_scope', type: 'text', default: '' }) inScope: string;
  @Column({ name: 'out_of_scope', type: 'text', default: '' }) outOfScope: string;
  @Column({ type: 'text', default: '' }) acceptance: string;
  @Column({ type: 'text', default: '' }) sector: string;
  @Column({ name: 'technology_tags', type: 'text', array: true, default: '{}' }) technologyTags: string[];
  @Column({ name: 'resources_offered', type: 'text', default: '' }) resourcesOffered: string;
  @Column({ name: 'required_qualifications', type: 'jsonb', default: [] })
  requiredQualifications: AskedQualification[];
  @Column({ name: 'preferred_qualifications', type: 'jsonb', default: [] })
  preferredQualifications: AskedQualification[];
  @Column({ name: 'required_platforms', type: 'text', array: true, default: '{}' })
  requiredPlatforms: string[];
  @Column({ name: 'local_only', type: 'boolean', default: false }) localOnly: boolean;
  @Column({ name: 'owner_unit', type: 'text', default: '' }) ownerUnit: string;
  @Column({ name: 'lead_units', type: 'text', array: true, default: '{}' }) leadUnits: string[];
  @Column({ name: 'responsible_units', type: 'text', array: true, default: '{}' }) responsibleUnits: string[];
  @Column({ name: 'contact_person_id', type: 'uuid', nullable: true }) contactPersonId: string | null;
  @Column({ name: 'office_contact', type: 'text', default: '' }) officeContact: string;
  @Column({ name: 'funding_source', type: 'text', nullable: true }) fundingSource: Scenario['fundingSource'];
  @Column({ name: 'funding_min_fen', type: 'bigint', nullable: true, transformer: fen }) fundingMinFen:
    number | null;
  @Column({ name: 'funding_max_fen', type: 'bigint', nullable: true, transformer: fen }) fundingMaxFen:
    number | null;
  @Column({ name: 'funding_status', type: 'text', nullable: true }) fundingStatus: Scenario['fundingStatus'];
  @Column({ name: 'funding_proof', type: 'text', default: '' }) fundingProof: string;
  @Column({ type: 'date', nullable: true }) deadline: string | null;
  @Column({ name: 'secrecy_declared', type: 'boolean', default: false }) secrecyDeclared: boolean;
  @Column({ name: 'gate_revision', type: 'int', nullable: true }) gateRevision: number | null;
  @Column({ name: 'match_digest', type: 'text', default: '' }) matchDigest: string;
  /** For finding entries of nearly the same text; nothing else reads it, so nothing else loads it. */
  @Column({ name: 'text_signature', type: 'int', array: true, default: '{}', select: false })
  textSignature?: number[];
  @Column({ name: 'return_reasons', type: 'jsonb', default: [] }) returnReasons: Demand[];
  @Column({ name: 'withdrawn_reason', type: 'text', nullable: true }) withdrawnReason: string | null;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt: Date | null;
  @Column({ name: 'shut_at', type: 'timestamptz', nullable: true }) shutAt: Date | null;
  @Column({ name: 'owner_role', type: 'text', nullable: true }) ownerRole: string | null;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt: Date | null;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt: Date;
}

@Entity({ schema: 'scenario', name: 'scenario_history' })
export class ScenarioHistoryEntity {
  @PrimaryColumn({ name: 'scenario_id', type: 'uuid' }) scenarioId: string;
  @PrimaryColumn({ type: 'int' }) version: number;
  @Column({ type: 'text' }) event: string;
  @Column({ name: 'from_status', type: 'text', nullable: true }) fromStatus: string | null;
  @Column({ name: 'to_status', type: 'text' }) toStatus: string;
  @Column({ name: 'actor_account_id', type: 'uuid', nullable: true }) actorAccountId: string | null;
  @Column({ type: 'text', default: '' }) note: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
}

@Entity({ schema: 'scenario', name: 'gate_evidence' })
export class GateEvidenceEntity {
  @PrimaryColumn({ name: 'scenario_id', type: 'uuid' }) scenarioId: string;
  @PrimaryColumn({ type: 'int' }) revision: number;
  @PrimaryColumn({ type: 'text' }) element: string;
  @Column({ type: 'boolean' }) passed: boolean;
  @Column({ type: 'jsonb', default: [] }) missing: Demand[];
  @Column({ name: 'checked_by', type: 'uuid', nullable: true }) checkedBy: string | null;
  @Column({ name: 'checked_at', type: 'timestamptz', default: () => 'now()' }) checkedAt: Date;
}

/** Hand these to `DatabaseModule.forRoot` in every app that imports `ScenarioModule`. */
export const SCENARIO_ENTITIES = [ScenarioEntity, ScenarioHistoryEntity, GateEvidenceEntity];
