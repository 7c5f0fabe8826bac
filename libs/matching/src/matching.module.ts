import { Global, Module } from '@nestjs/common';
import { ScoreVersionShelf } from './domain/score-version-shelf';
import { StatisticsShelf } from './domain/statistics-shelf';
import { SupplyGaps } from './domain/supply-gaps';
import { TypeormScoreVersionShelf } from './persistence/typeorm-score-version-shelf';
import { TypeormStatisticsShelf } from './persistence/typeorm-statistics-shelf';
import { TypeormSupplyGaps } from './persistence/typeorm-supply-gaps';
import { ActivateScoreVersion } from './use-cases/activate-score-version';
import { CalibrateWeights } from './use-cases/calibrate-weights';

/** What matching keeps: its statistics, its score versions and the gaps it found. Needs `DatabaseModule` and `PlatformModule` in the app. */
@Global()
@Module({
  providers: [
    { provide: StatisticsShelf, useClass: TypeormStatisticsShelf },
    { provide: SupplyGaps, useClass: TypeormSupplyGaps },
    { provide: ScoreVersionShelf, useClass: TypeormScoreVersionShelf },
    CalibrateWeights,
    ActivateScoreVersion,
  ],
  exports: [StatisticsShelf, SupplyGaps, ScoreVersionShelf, CalibrateWeights, ActivateScoreVersion],
})
export class MatchingModule {}
