import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DueRow, DueStage } from '@mantianxing/contracts';
import { markDue, TypeormUnitOfWork } from '@mantianxing/database';
import { signatureOf } from '@mantianxing/platform';
import type { Capability, CapabilityRecord, FirmFacts, HeldQualification } from '../domain/capability';
import type { CapabilityStatus } from '../domain/capability-status';
import { BODY_FIELDS } from '../domain/capability-content';
import {
  CapabilityRepository,
  type CapabilityStep,
  type NewCapability,
  type PublicCapabilityFilter,
} from '../domain/capability.repository';
import { comparedText } from '../domain/similar-capabilities';
import { capabilityQuery, FIRM_NAME, firmsOf, LISTED, recordsOf } from './capability-records';
import { CapabilityEntity, CapabilityHistoryEntity, QualificationEntity } from './capability.entity';

/** `%`, `_` and `\` typed by people are letters, not patterns. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** What a step may write; the rest of a record is the firm's, or never changes. */
const WRITTEN = [
  ...BODY_FIELDS,
  'revision',
  'status',
  'matchDigest',
  'confirmedAt',
  'publishedAt',
  'ownerRole',
  'dueAt',
] as const satisfies readonly (keyof Capability)[];

/** A firm's own entry is nobody else's to press for. */
const DUE_IN: Record<DueStage, CapabilityStatus[]> = { PASSED: ['DRAFT', 'PUBLISHED'], ESCALATED: [] };

@Injectable()
export class TypeormCapabilityRepository extends CapabilityRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async find(id: string): Promise<CapabilityRecord | null> {
    const query = capabilityQuery(this.manager).where('capability.id = :id', { id });
    return (await recordsOf(this.manager, query))[0] ?? null;
  }

  override async insert(capability: NewCapability, step: CapabilityStep): Promise<string> {
    const textSignature = signatureOf(comparedText(capability));
    const row = { ...capability, textSignature, createdAt: step.at, updatedAt: step.at };
    const { identifiers } = await this.manager.insert(CapabilityEntity, row);
    const id = identifiers[0]?.id as string;
    await this.writeHistory(id, 1, step);
    return id;
  }

  override async move(before: Capability, after: Capability, step: CapabilityStep): Promise<boolean> {
    const version = before.version + 1;
    const row = Object.fromEntries(WRITTEN.map((field) => [field, after[field]]));
    const { affected } = await this.manager.update(
      CapabilityEntity,
      { id: before.id, version: before.version, status: before.status },
      { ...row, textSignature: signatureOf(comparedText(after)), version, updatedAt: step.at },
    );
    if (affected !== 1) return false;
    await this.writeHistory(before.id, version, step);
    return true;
  }

  private async writeHistory(capabilityId: string, version: number, step: CapabilityStep): Promise<void> {
    const { from: fromStatus, to: toStatus, ...rest } = step;
    await this.manager.insert(CapabilityHistoryEntity, {
      ...rest,
      capabilityId,
      version,
      fromStatus,
      toStatus,
    });
  }

  override markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]> {
    return markDue(this.manager, 'capability.capability', { stage, statuses: DUE_IN[stage], until, at, limit });
  }

  override async lastChange(id: string): Promise<{ at: Date; by: string } | null> {
    const [row] = await this.manager.query<{ at: Date; by: string | null }[]>(
      `select h.at, case when a.id is not null then coalesce(p.name, '已注销用户') end as by from capability.capability_history h
       left join account.account a on a.id = h.actor_account_id left join account.person p on p.id = a.person_id
       where h.capability_id = $1 order by h.version desc limit 1`,
      [id],
    );
    return row ? { at: row.at, by: row.by ?? '系统' } : null;
  }

  override async firmFacts(firmId: string, districtCode: string): Promise<FirmFacts | null> {
    const firm = (await firmsOf(this.manager, [firmId])).get(firmId);
    if (!firm || firm.districtCode !== districtCode) return null;
    const { districtCode: _district, ...facts } = firm;
    return facts;
  }

  override async keepQualification(
    firmId: string,
    { code, level, issuer, validUntil }: HeldQualification,
    verifiedBy: string | null,
    at: Date,
  ): Promise<void> {
    const row = { firmId, code, level, issuer, validUntil: validUntil || null, verifiedBy };
    await this.manager.upsert(QualificationEntity, { ...row, verifiedAt: verifiedBy ? at : null }, [
      'firmId',
      'code',
      'level',
    ]);
  }

  override ofFirms(firmIds: readonly string[], limit: number): Promise<CapabilityRecord[]> {
    const query = capabilityQuery(this.manager)
      .where('capability.firm_id = any(:firmIds)', { firmIds })
      .andWhere("capability.status <> 'DISCARDED'");
    return recordsOf(
      this.manager,
      query.orderBy('capability.updated_at', 'DESC').addOrderBy('capability.id').limit(limit),
    );
  }

  override unconfirmedSince(moment: Date, limit: number): Promise<CapabilityRecord[]> {
    const query = capabilityQuery(this.manager).where(LISTED).andWhere('capability.confirmed_at <= :moment', { moment });
    return recordsOf(this.manager, query.orderBy('capability.confirmed_at').addOrderBy('capability.id').limit(limit));
  }

  override publishedOf(firmId: string): Promise<CapabilityRecord[]> {
    const query = capabilityQuery(this.manager)
      .where('capability.firm_id = :firmId', { firmId })
      .andWhere(LISTED);
    return recordsOf(this.manager, query.orderBy('capability.id'));
  }

  override async listed(
    filter: PublicCapabilityFilter,
  ): Promise<{ total: number; items: CapabilityRecord[] }> {
    const { districtCode, name, sector, kind, page, pageSize } = filter;
    const query = capabilityQuery(this.manager)
      .where('capability.district_code = :districtCode', { districtCode })
      .andWhere(LISTED);
    if (name)
      query.andWhere(`(capability.name ilike :name or ${FIRM_NAME} ilike :name)`, { name: containing(name) });
    if (sector) query.andWhere(':sector = any(capability.sectors)', { sector });
    if (kind) query.andWhere('capability.kind = :kind', { kind });
    const total = await query.getCount();
    query.orderBy('capability.published_at', 'DESC').addOrderBy('capability.id', 'DESC');
    return {
      total,
      items: await recordsOf(this.manager, query.limit(pageSize).offset((page - 1) * pageSize)),
    };
  }

  override digestOf(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }
}
