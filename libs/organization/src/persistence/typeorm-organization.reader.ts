import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { normalName, type OrganizationRecord, type Side } from '../domain/organization';
import { OrganizationReader } from '../domain/organization-reader';
import { organizationQuery, recordByName, recordsOf } from './organization-records';

@Injectable()
export class TypeormOrganizationReader extends OrganizationReader {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async byId(id: string): Promise<OrganizationRecord | null> {
    return (await this.byIds([id]))[0] ?? null;
  }

  override async byIds(ids: readonly string[]): Promise<OrganizationRecord[]> {
    if (ids.length === 0) return [];
    const { manager } = this.unitOfWork;
    return recordsOf(manager, organizationQuery(manager).where('organization.id = any(:ids)', { ids }));
  }

  override async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const query = organizationQuery(this.unitOfWork.manager).where('organization.id = any(:ids)', { ids });
    return new Map((await query.getMany()).map(({ id, name }) => [id, name]));
  }

  override byName(districtCode: string, name: string): Promise<OrganizationRecord | null> {
    return recordByName(this.unitOfWork.manager, districtCode, normalName(name));
  }

  override ofSide(districtCode: string, side: Side): Promise<OrganizationRecord[]> {
    const { manager } = this.unitOfWork;
    const query = organizationQuery(manager)
      .where('organization.district_code = :districtCode', { districtCode })
      .andWhere(
        `exists (select 1 from organization.organization_side s
          where s.organization_id = organization.id and s.side = :side)`,
        { side },
      );
    return recordsOf(manager, query.orderBy('organization.name'));
  }
}
