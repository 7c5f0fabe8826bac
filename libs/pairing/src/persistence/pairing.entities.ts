import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pairing, PairingMember } from '../domain/pairing';
import type { PairingStatus } from '../domain/pairing-status';
import { ConsentEntity, ConsentHistoryEntity, IntroductionEntity } from './consent.entities';
import { ReviewEntity, SuggestionEntity, SuggestionHistoryEntity } from './suggestion.entities';

@Entity({ schema: 'pairing', name: 'pairing' })
export class PairingEntity implements Pairing {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'district_code', type: 'char', length: 6 }) districtCode: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'scenario_id', type: 'uuid' }) scenarioId: string;
  @Column({ name: 'member_key', type: 'text' }) memberKey: string;
  @Column({ type: 'text' }) status: PairingStatus;
  @Column({ type: 'int', default: 1 }) round: number;
  @Column({ name: 'suggestion_id', type: 'uuid', nullable: true }) suggestionId: string | null;
  @Column({ type: 'int', nullable: true }) opening: number | null;
  @Column({ name: 'matchmaker_account_id', type: 'uuid', nullable: true }) matchmakerAccountId: string | null;
  @Column({ name: 'next_action', type: 'text', nullable: true }) nextAction: string | null;
  @Column({ name: 'owner_role', type: 'text', nullable: true }) ownerRole: string | null;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt: Date | null;
  @Column({ name: 'end_reason', type: 'text', default: '' }) endReason: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt: Date;
}

@Entity({ schema: 'pairing', name: 'pairing_member' })
export class PairingMemberEntity implements PairingMember {
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId: string;
  @PrimaryColumn({ name: 'firm_id', type: 'uuid' }) firmId: string;
  @PrimaryColumn({ name: 'capability_id', type: 'uuid' }) capabilityId: string;
  @Column({ name: 'is_lead', type: 'boolean', default: false }) isLead: boolean;
  @Column({ name: 'left_at', type: 'timestamptz', nullable: true }) leftAt: Date | null;
}

@Entity({ schema: 'pairing', name: 'pairing_history' })
export class PairingHistoryEntity {
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId: string;
  @PrimaryColumn({ type: 'int' }) version: number;
  @Column({ type: 'text' }) event: string;
  @Column({ name: 'from_status', type: 'text', nullable: true }) fromStatus: string | null;
  @Column({ name: 'to_status', type: 'text' }) toStatus: string;
  @Column({ name: 'actor_account_id', type: 'uuid', nullable: true }) actorAccountId: string | null;
  @Column({ type: 'text', default: '' }) note: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
}

/** For the app's data source. */
export const PAIRING_ENTITIES = [
  SuggestionEntity,
  ReviewEntity,
  SuggestionHistoryEntity,
  PairingEntity,
  PairingMemberEntity,
  PairingHistoryEntity,
  ConsentEntity,
  ConsentHistoryEntity,
  IntroductionEntity,
];
