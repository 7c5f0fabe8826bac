import type { EntityManager } from 'typeorm';
import type { GateElement, GateElementCode } from '../domain/publish-gate';
import type { GateEvidence } from '../domain/scenario.repository';
import { GateEvidenceEntity } from './scenario.entity';

export async function keepEvidence(
  manager: EntityManager,
  scenarioId: string,
  revision: number,
  gate: readonly GateElement[],
  checkedBy: string | null,
  checkedAt: Date,
): Promise<void> {
  await manager.upsert(
    GateEvidenceEntity,
    gate.map(({ element, passed, missing }) => ({
      scenarioId,
      revision,
      element,
      passed,
      missing,
      checkedBy,
      checkedAt,
    })),
    ['scenarioId', 'revision', 'element'],
  );
}

export async function carryEvidence(
  manager: EntityManager,
  id: string,
  from: number,
  to: number,
): Promise<void> {
  await manager.query(
    `insert into scenario.gate_evidence (scenario_id, revision, element, passed, missing, checked_by, checked_at)
     select scenario_id, $3, element, passed, missing, checked_by, checked_at
     from scenario.gate_evidence where scenario_id = $1 and revision = $2`,
    [id, from, to],
  );
}

interface EvidenceRow {
  scenario_id: string;
  element: GateElementCode;
  passed: boolean;
  checked_by: string | null;
  checked_at: Date;
}

/** Newest checked revision of each; the checker is shown as the office, since no person stands in public answers. */
export async function evidenceOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, GateEvidence[]>> {
  const found = new Map<string, GateEvidence[]>();
  if (ids.length === 0) return found;
  const rows = await manager.query<EvidenceRow[]>(
    `select e.scenario_id, e.element, e.passed, e.checked_at,
       (select min(o.name) from account.membership m join organization.organization o on o.id = m.organization_id
        where m.account_id = e.checked_by and m.side = 'OFFICE') as checked_by
     from scenario.gate_evidence e
     where e.scenario_id = any($1)
       and e.revision = (select max(n.revision) from scenario.gate_evidence n where n.scenario_id = e.scenario_id)`,
    [ids],
  );
  for (const row of rows) {
    const evidence = {
      element: row.element,
      passed: row.passed,
      checkedBy: row.checked_by ?? '',
      checkedAt: row.checked_at,
    };
    found.set(row.scenario_id, [...(found.get(row.scenario_id) ?? []), evidence]);
  }
  return found;
}
