import { Global, Module } from '@nestjs/common';
import { BuiltInThesaurus } from './domain/built-in-thesaurus';
import { MatchMarks } from './domain/match-marks';
import { ScoreVersionShelf } from './domain/score-version-shelf';
import { StatisticsShelf } from './domain/statistics-shelf';
import { SupplyGaps } from './domain/supply-gaps';
import { ThesaurusShelf } from './domain/thesaurus-shelf';
import { TypeormMatchMarks } from './persistence/typeorm-match-marks';
import { TypeormScoreVersionShelf } from './persistence/typeorm-score-version-shelf';
import { TypeormStatisticsShelf } from './persistence/typeorm-statistics-shelf';
import { TypeormSupplyGaps } from './persistence/typeorm-supply-gaps';
import { TypeormThesaurusShelf } from './persistence/typeorm-thesaurus-shelf';
import { fieldThesaurus } from './thesaurus';
import { ActivateScoreVersion } from './use-cases/activate-score-version';
import { AddThesaurusEntry } from './use-cases/add-thesaurus-entry';
import { CalibrateWeights } from './use-cases/calibrate-weights';
import { CheckThesaurusEntry } from './use-cases/check-thesaurus-entry';
import { ListThesaurus } from './use-cases/list-thesaurus';
import { RestoreThesaurusEntry } from './use-cases/restore-thesaurus-entry';
import { RetireThesaurusEntry } from './use-cases/retire-thesaurus-entry';

const THESAURUS = [CheckThesaurusEntry, AddThesaurusEntry, RetireThesaurusEntry, RestoreThesaurusEntry, ListThesaurus];

/** What matching keeps: its statistics, its score versions, the gaps it found and staff's changes of the thesaurus. Needs `DatabaseModule` and `PlatformModule` in the app. */
@Global()
@Module({
  providers: [
    { provide: StatisticsShelf, useClass: TypeormStatisticsShelf },
    { provide: SupplyGaps, useClass: TypeormSupplyGaps },
    { provide: MatchMarks, useClass: TypeormMatchMarks },
    { provide: ScoreVersionShelf, useClass: TypeormScoreVersionShelf },
    { provide: ThesaurusShelf, useClass: TypeormThesaurusShelf },
    { provide: BuiltInThesaurus, useFactory: fieldThesaurus },
    CalibrateWeights,
    ActivateScoreVersion,
    ...THESAURUS,
  ],
  exports: [StatisticsShelf, SupplyGaps, MatchMarks, ScoreVersionShelf, ThesaurusShelf, BuiltInThesaurus, CalibrateWeights, ActivateScoreVersion, ...THESAURUS],
})
export class MatchingModule {}
