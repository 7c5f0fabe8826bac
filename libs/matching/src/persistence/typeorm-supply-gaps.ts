import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { SupplyGaps, type SupplyGap } from '../domain/supply-gaps';

@Injectable()
export class TypeormSupplyGaps extends SupplyGaps {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async record({ scenarioId, scenarioRevision, sector, bestScore, uncovered }: SupplyGap): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into matching.supply_gap (scenario_id, scenario_revision, sector, best_score, uncovered)
       values ($1, $2, $3, $4, $5)
       on conflict (scenario_id) do update set scenario_revision = excluded.scenario_revision,
         sector = excluded.sector, best_score = excluded.best_score, uncovered = excluded.uncovered,
         found_at = case when supply_gap.closed_at is null then supply_gap.found_at else now() end, closed_at = null`,
      [scenarioId, scenarioRevision, sector, bestScore, uncovered],
    );
  }

  override async close(scenarioId: string): Promise<void> {
    await this.unitOfWork.manager.query(
      'update matching.supply_gap set closed_at = now() where scenario_id = $1 and closed_at is null',
      [scenarioId],
    );
  }

  override async isOpen(scenarioId: string): Promise<boolean> {
    const rows = await this.unitOfWork.manager.query<unknown[]>(
      'select 1 from matching.supply_gap where scenario_id = $1 and closed_at is null',
      [scenarioId],
    );
    return rows.length > 0;
  }
}
