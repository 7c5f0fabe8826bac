import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { CapabilityRecord, FirmFacts, HeldQualification } from '../domain/capability';
import { CapabilityEntity, QualificationEntity } from './capability.entity';

export const capabilityQuery = (manager: EntityManager): SelectQueryBuilder<CapabilityEntity> =>
  manager.createQueryBuilder(CapabilityEntity, 'capability');

export const LISTED = "capability.status = 'PUBLISHED'";

// Plain SQL: the organisation's table belongs to another lib, so no ORM relation may lead there.
export const FIRM_NAME = '(select o.name from organization.organization o where o.id = capability.firm_id)';

interface FirmRow {
  id: string;
  district_code: string;
  name: string;
  status: string;
  is_local: boolean | null;
  size_band: FirmFacts['sizeBand'];
}

/** Firms with their certificates, by id, in two queries. */
export async function firmsOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, FirmFacts & { districtCode: string }>> {
  if (ids.length === 0) return new Map();
  const unique = [...new Set(ids)];
  const firms = await manager.query<FirmRow[]>(
    `select o.id, o.district_code, o.name, f.status, f.is_local, f.size_band
     from organization.firm f join organization.organization o on o.id = f.organization_id where o.id = any($1)`,
    [unique],
  );
  const held = await qualificationsOf(manager, unique);
  return new Map(
    firms.map((firm) => [
      firm.id,
      {
        districtCode: firm.district_code,
        firmName: firm.name,
        firmStatus: firm.status,
        firmVerified: firm.status === 'VERIFIED',
        isLocal: firm.is_local,
        sizeBand: firm.size_band,
        qualifications: held.get(firm.id) ?? [],
      },
    ]),
  );
}

async function qualificationsOf(
  manager: EntityManager,
  firmIds: string[],
): Promise<Map<string, HeldQualification[]>> {
  const rows = await manager
    .createQueryBuilder(QualificationEntity, 'q')
    .where('q.firm_id = any(:firmIds)', { firmIds })
    .orderBy('q.code')
    .addOrderBy('q.level')
    .getMany();
  const held = new Map<string, HeldQualification[]>();
  for (const { firmId, code, level, issuer, validUntil, verifiedAt } of rows) {
    const one = { code, level, issuer, validUntil: validUntil ?? '', verified: verifiedAt !== null };
    held.set(firmId, [...(held.get(firmId) ?? []), one]);
  }
  return held;
}

/** Runs a `capabilityQuery` and puts the firm's facts on each row. */
export async function recordsOf(
  manager: EntityManager,
  query: SelectQueryBuilder<CapabilityEntity>,
): Promise<CapabilityRecord[]> {
  const rows = await query.getMany();
  const firms = await firmsOf(
    manager,
    rows.map(({ firmId }) => firmId),
  );
  return rows.flatMap((row) => {
    const firm = firms.get(row.firmId);
    if (!firm) return [];
    const { districtCode: _district, ...facts } = firm;
    return Object.assign(row, facts);
  });
}
