import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ScenarioRecord } from '../domain/scenario';
import { ScenarioEntity } from './scenario.entity';

// Plain SQL: the organisation's table belongs to another lib, so no ORM relation may lead there.
export const ORGANIZATION_NAME =
  '(select o.name from organization.organization o where o.id = scenario.organization_id)';

export const scenarioQuery = (manager: EntityManager): SelectQueryBuilder<ScenarioEntity> =>
  manager.createQueryBuilder(ScenarioEntity, 'scenario').addSelect(ORGANIZATION_NAME, 'organization_name');

/** Runs a `scenarioQuery` and puts each organisation's name on its row. */
export async function recordsOf(query: SelectQueryBuilder<ScenarioEntity>): Promise<ScenarioRecord[]> {
  const { raw, entities } = await query.getRawAndEntities<{ organization_name: string }>();
  return entities.map((entity, at) =>
    Object.assign(entity, { organizationName: raw[at]?.organization_name ?? '' }),
  );
}

export const LIVE = "scenario.status in ('PUBLISHED','IN_TALKS')";

/** Published and PUBLIC: nothing else may stand in a public answer or in the index. */
export const LISTED = `${LIVE} and scenario.shut_at is null and scenario.visibility = 'PUBLIC' and scenario.list_type = 'SCENARIO'`;
