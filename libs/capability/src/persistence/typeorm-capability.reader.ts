import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { CapabilityRecord } from '../domain/capability';
import { CapabilityReader, type CapabilityMark } from '../domain/capability-reader';
import { capabilityQuery, LISTED, recordsOf } from './capability-records';

@Injectable()
export class TypeormCapabilityReader extends CapabilityReader {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async byId(id: string): Promise<CapabilityRecord | null> {
    return (await this.byIds([id]))[0] ?? null;
  }

  override async byIds(ids: string[]): Promise<CapabilityRecord[]> {
    if (ids.length === 0) return [];
    const { manager } = this.unitOfWork;
    return recordsOf(manager, capabilityQuery(manager).where('capability.id = any(:ids)', { ids }));
  }

  override publishedPage(afterId: string | null, limit: number): Promise<CapabilityRecord[]> {
    const { manager } = this.unitOfWork;
    const query = capabilityQuery(manager).where(LISTED).orderBy('capability.id').limit(limit);
    return recordsOf(
      manager,
      afterId === null ? query : query.andWhere('capability.id > :afterId', { afterId }),
    );
  }

  override publishedMarks(): Promise<CapabilityMark[]> {
    return this.unitOfWork.manager.query<CapabilityMark[]>(
      `select id, revision, match_digest as "matchDigest", updated_at as "updatedAt"
       from capability.capability as capability where ${LISTED}`,
    );
  }

  override countPublished(): Promise<number> {
    return capabilityQuery(this.unitOfWork.manager).where(LISTED).getCount();
  }
}
