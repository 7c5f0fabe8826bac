import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { OrganizationRecord, Side } from '../domain/organization';
import { FirmEntity, OrganizationEntity, OrganizationSideEntity } from './organization.entity';

export const organizationQuery = (manager: EntityManager): SelectQueryBuilder<OrganizationEntity> =>
  manager.createQueryBuilder(OrganizationEntity, 'organization');

/** Runs an `organizationQuery` and puts sides and firm facts on each row. */
export async function recordsOf(
  manager: EntityManager,
  query: SelectQueryBuilder<OrganizationEntity>,
): Promise<OrganizationRecord[]> {
  const rows = await query.getMany();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const sides = await manager
    .createQueryBuilder(OrganizationSideEntity, 'side')
    .where('side.organization_id = any(:ids)', { ids })
    .getMany();
  const firms = await manager
    .createQueryBuilder(FirmEntity, 'firm')
    .where('firm.organization_id = any(:ids)', { ids })
    .getMany();
  const firmOf = new Map(firms.map((firm) => [firm.organizationId, firm]));
  const sidesOf = new Map<string, Side[]>();
  for (const { organizationId, side } of sides) {
    sidesOf.set(organizationId, [...(sidesOf.get(organizationId) ?? []), side]);
  }
  return rows.map((row) =>
    Object.assign(row, { sides: sidesOf.get(row.id) ?? [], firm: firmOf.get(row.id) ?? null }),
  );
}

/** By name or one of the other names; the exact name goes first. */
export async function recordByName(
  manager: EntityManager,
  districtCode: string,
  name: string,
): Promise<OrganizationRecord | null> {
  const query = organizationQuery(manager)
    .where('organization.district_code = :districtCode', { districtCode })
    .andWhere('(organization.name = :name or :name = any(organization.aliases))', { name })
    .orderBy('case when organization.name = :name then 0 else 1 end')
    .addOrderBy('organization.id')
    .limit(1);
  return (await recordsOf(manager, query))[0] ?? null;
}
