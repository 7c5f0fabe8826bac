import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@mantianxing/database';
import { readCalendarFile } from '../domain/calendar-file';
import { CalendarRepository } from '../domain/calendar.repository';

export interface LoadedYear {
  year: number;
  holidays: number;
  makeUpDays: number;
}

/** Puts one published year in place of what stood for it; dates already set for open work stay as they are. */
@Injectable()
export class LoadCalendarYear {
  constructor(
    private readonly calendar: CalendarRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** `text`: the file as it is, `source`: the notice it comes from. Throws CALENDAR_FILE (422). */
  async execute(text: string, source: string): Promise<LoadedYear> {
    const { year, days } = readCalendarFile(text, source);
    await this.unitOfWork.run(() => this.calendar.replaceYear(year, days));
    const holidays = days.filter(({ kind }) => kind === 'HOLIDAY').length;
    return { year, holidays, makeUpDays: days.length - holidays };
  }
}
