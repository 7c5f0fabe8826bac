import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Firm, FirmStatus, Organization, OrganizationKind, Side } from '../domain/organization';

@Entity({ schema: 'organization', name: 'organization' })
@Unique(['districtCode', 'name'])
export class OrganizationEntity implements Organization {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ name: 'district_code', type: 'char', length: 6 }) districtCode: string;
  @Column({ type: 'text' }) kind: OrganizationKind;
  @Column({ name: 'publisher_type', type: 'text', nullable: true })
  publisherType: Organization['publisherType'];
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', array: true, default: '{}' }) aliases: string[];
  @Column({ type: 'char', length: 18, nullable: true, unique: true }) uscc: string | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

@Entity({ schema: 'organization', name: 'organization_side' })
export class OrganizationSideEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' }) organizationId: string;
  @PrimaryColumn({ type: 'text' }) side: Side;
}

@Entity({ schema: 'organization', name: 'firm' })
export class FirmEntity implements Firm {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' }) organizationId: string;
  @Column({ type: 'text', default: 'UNCLAIMED' }) status: FirmStatus;
  @Column({ name: 'size_band', type: 'text', nullable: true }) sizeBand: Firm['sizeBand'];
  @Column({ name: 'is_local', type: 'boolean', nullable: true }) isLocal: boolean | null;
  @Column({ type: 'text', array: true, default: '{}' }) tags: string[];
  @Column({ type: 'int', default: 1 }) version: number;
}

/** Hand these to `DatabaseModule.forRoot` in every app that imports `OrganizationModule`. */
export const ORGANIZATION_ENTITIES = [OrganizationEntity, OrganizationSideEntity, FirmEntity];
