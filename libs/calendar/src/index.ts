export { CalendarModule } from './calendar.module';
export { CalendarCoverage } from './use-cases/calendar-coverage';
export { LoadCalendarYear, type LoadedYear } from './use-cases/load-calendar-year';
