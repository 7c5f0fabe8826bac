import { Global, Module } from '@nestjs/common';
import { WorkingDays } from '@mantianxing/platform';
import { CalendarRepository } from './domain/calendar.repository';
import { TypeormCalendarRepository } from './persistence/typeorm-calendar.repository';
import { CalendarCoverage } from './use-cases/calendar-coverage';
import { CalendarWorkingDays } from './use-cases/calendar-working-days';
import { LoadCalendarYear } from './use-cases/load-calendar-year';

/** Gives every lib of the app its `WorkingDays`. Needs `DatabaseModule` and `PlatformModule`. */
@Global()
@Module({
  providers: [
    { provide: CalendarRepository, useClass: TypeormCalendarRepository },
    { provide: WorkingDays, useClass: CalendarWorkingDays },
    CalendarCoverage,
    LoadCalendarYear,
  ],
  exports: [WorkingDays, CalendarCoverage, LoadCalendarYear],
})
export class CalendarModule {}
