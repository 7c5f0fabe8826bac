import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { OrganizationRecord, Side } from '../domain/organization';
import {
  OrganizationRepository,
  type NewFirm,
  type NewOrganization,
} from '../domain/organization.repository';
import { organizationQuery, recordByName, recordsOf } from './organization-records';
import { FirmEntity, OrganizationEntity, OrganizationSideEntity } from './organization.entity';

@Injectable()
export class TypeormOrganizationRepository extends OrganizationRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async insert(
    organization: NewOrganization,
    sides: readonly Side[],
    firm?: NewFirm,
  ): Promise<string | null> {
    const { manager } = this.unitOfWork;
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(OrganizationEntity)
      .values(organization)
      .orIgnore()
      .returning('id')
      .execute();
    const organizationId = (raw as { id: string }[])[0]?.id;
    if (!organizationId) return null;
    await manager.insert(
      OrganizationSideEntity,
      sides.map((side) => ({ organizationId, side })),
    );
    if (firm) await manager.insert(FirmEntity, { ...firm, organizationId });
    return organizationId;
  }

  override byName(districtCode: string, name: string): Promise<OrganizationRecord | null> {
    return recordByName(this.unitOfWork.manager, districtCode, name);
  }

  override async byUscc(uscc: string): Promise<OrganizationRecord | null> {
    const { manager } = this.unitOfWork;
    const query = organizationQuery(manager).where('organization.uscc = :uscc', { uscc });
    return (await recordsOf(manager, query))[0] ?? null;
  }
}
