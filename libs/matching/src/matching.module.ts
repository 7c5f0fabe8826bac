import { Global, Module } from '@nestjs/common';
import { StatisticsShelf } from './domain/statistics-shelf';
import { SupplyGaps } from './domain/supply-gaps';
import { TypeormStatisticsShelf } from './persistence/typeorm-statistics-shelf';
import { TypeormSupplyGaps } from './persistence/typeorm-supply-gaps';

/** What matching keeps: its statistics and the gaps it found. Needs `DatabaseModule` in the app. */
@Global()
@Module({
  providers: [
    { provide: StatisticsShelf, useClass: TypeormStatisticsShelf },
    { provide: SupplyGaps, useClass: TypeormSupplyGaps },
  ],
  exports: [StatisticsShelf, SupplyGaps],
})
export class MatchingModule {}
