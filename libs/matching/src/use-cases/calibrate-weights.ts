import { Injectable } from '@nestjs/common';
import { Clock } from '@mantianxing/platform';
import type { CalibrationReport } from '../domain/calibration/calibration-report';
import { type CalibrationOrder, recalibrate } from '../domain/calibration/recalibrate';
import { MATCH_WEIGHTS, type MatchWeights } from '../domain/match-weights';
import { scoreVersionId } from '../domain/score-version';
import { ScoreVersionShelf } from '../domain/score-version-shelf';
import { StatisticsShelf } from '../domain/statistics-shelf';

export interface CalibrationRequest extends Pick<CalibrationOrder, 'decisions' | 'open' | 'least' | 'holdOutShare' | 'seed'> {
  /** Of the thesaurus the scores are made with. */
  thesaurusVersion: string;
}

/** Refits the weights in force on people's decisions and keeps the result as a DRAFT: no score changes by it. */
@Injectable()
export class CalibrateWeights {
  constructor(
    private readonly versions: ScoreVersionShelf,
    private readonly statistics: StatisticsShelf,
    private readonly clock: Clock,
  ) {}

  /** The draft's number and what was found. Throws as `recalibrate`; then nothing is kept. */
  async execute(request: CalibrationRequest): Promise<{ id: number; basedOn: string; report: CalibrationReport }> {
    const known = await this.versions.list();
    const present = known.find(({ status }) => status === 'ACTIVE')?.weights ?? MATCH_WEIGHTS;
    const weightsOf = (name: string): MatchWeights | undefined => {
      const id = scoreVersionId(name);
      return id === null ? (name === MATCH_WEIGHTS.version ? MATCH_WEIGHTS : undefined) : known.find((version) => version.id === id)?.weights;
    };
    const { weights, report } = recalibrate({ ...request, present, weightsOf, now: this.clock.now() });
    const basedOn = present.version;
    const id = await this.versions.draft({
      weights,
      report,
      basedOn,
      thesaurusVersion: request.thesaurusVersion,
      statisticsEpoch: await this.statistics.activeId(),
    });
    return { id, basedOn, report };
  }
}
