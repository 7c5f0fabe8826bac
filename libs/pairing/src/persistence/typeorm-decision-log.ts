import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { DecisionLog, type OpenPairFigure, type StandingDecision } from '../domain/decision-log';

/** Marks and sentences stay in the database: they are most of a reason and say nothing here. */
const bareReasons = (reasons: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object('kind', r->>'kind', 'contribution', (r->>'contribution')::float))
  from jsonb_array_elements(${reasons}) r where (r->>'contribution')::float > 0 or r->>'kind' = 'TO_VERIFY'), '[]')`;

@Injectable()
export class TypeormDecisionLog extends DecisionLog {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override standing(): Promise<StandingDecision[]> {
    return this.unitOfWork.manager.query(
      `select s.scenario_id as "scenarioId", v.decision, v.reason_code as "reasonCode", v.decided_at as "decidedAt",
              (v.features->>'score')::float as score, coalesce(v.features->>'scoreVersion', '') as "scoreVersion",
              ${bareReasons(`v.features->'reasons'`)} as reasons
       from pairing.review v join pairing.suggestion s on s.id = v.suggestion_id
       where v.undone_at is null and v.decision in ('APPROVED','REJECTED') and cardinality(s.capability_ids) = 1
       order by v.decided_at, v.id`,
    );
  }

  override open(): Promise<OpenPairFigure[]> {
    return this.unitOfWork.manager.query(
      `select s.band, s.score, s.score_version as "scoreVersion", ${bareReasons('s.reasons')} as reasons
       from pairing.suggestion s where s.status = 'OPEN' and cardinality(s.capability_ids) = 1`,
    );
  }
}
