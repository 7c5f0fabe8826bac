import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { CalibrationReport } from '../domain/calibration/calibration-report';
import { type NewScoreVersion, readWeights, type ScoreVersion, type ScoreVersionStatus } from '../domain/score-version';
import { ScoreVersionShelf } from '../domain/score-version-shelf';

interface Row {
  id: number;
  status: ScoreVersionStatus;
  weights: object;
  thresholds: object;
  thesaurus_version: string;
  statistics_epoch: number | null;
  based_on: string;
  report: CalibrationReport;
  created_at: Date;
  activated_at: Date | null;
  activated_by: string | null;
}

@Injectable()
export class TypeormScoreVersionShelf extends ScoreVersionShelf {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async active(): Promise<ScoreVersion | null> {
    return (await this.read(`where status = 'ACTIVE'`))[0] ?? null;
  }

  override async activeId(): Promise<number | null> {
    const [row] = await this.query<{ id: number }>(`select id from matching.score_version where status = 'ACTIVE'`);
    return row?.id ?? null;
  }

  override async byId(id: number): Promise<ScoreVersion | null> {
    return (await this.read('where id = $1', [id]))[0] ?? null;
  }

  override list(): Promise<ScoreVersion[]> {
    return this.read('order by id desc');
  }

  override async draft({ weights, thesaurusVersion, statisticsEpoch, basedOn, report }: NewScoreVersion): Promise<number> {
    const { version: _named, recommendedFrom, candidateFrom, ...others } = weights;
    const [row] = await this.query<{ id: number }>(
      `insert into matching.score_version (weights, thresholds, thesaurus_version, statistics_epoch, based_on, report)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [JSON.stringify(others), JSON.stringify({ recommendedFrom, candidateFrom }), thesaurusVersion, statisticsEpoch, basedOn, JSON.stringify(report)],
    );
    return (row as { id: number }).id;
  }

  override putIntoForce(id: number | null, accountId: string, at: Date): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.query('lock table matching.score_version in share row exclusive mode');
      await this.query(`update matching.score_version set status = 'RETIRED' where status = 'ACTIVE'`);
      await this.query(
        `update matching.score_version set status = 'ACTIVE', activated_by = $2, activated_at = $3 where id = $1`,
        [id, accountId, at],
      );
      await this.query(
        'insert into matching.score_version_history (score_version_id, account_id, at) values ($1, $2, $3)',
        [id, accountId, at],
      );
    });
  }

  private async read(condition: string, values: unknown[] = []): Promise<ScoreVersion[]> {
    const rows = await this.query<Row>(`select * from matching.score_version ${condition}`, values);
    return rows.map((row) => ({
      id: row.id,
      status: row.status,
      weights: readWeights(row.id, { ...row.weights, ...row.thresholds }),
      thesaurusVersion: row.thesaurus_version,
      statisticsEpoch: row.statistics_epoch,
      basedOn: row.based_on,
      report: row.report,
      createdAt: row.created_at,
      activatedAt: row.activated_at,
      activatedBy: row.activated_by,
    }));
  }

  private query<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.unitOfWork.manager.query<T[]>(text, values);
  }
}
