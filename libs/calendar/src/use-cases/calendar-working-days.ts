import { Injectable } from '@nestjs/common';
import { dayInShanghai, WorkingDays } from '@mantianxing/platform';
import { CalendarRepository } from '../domain/calendar.repository';
import { addWorkingDays, windowOf } from '../domain/working-day';

const DAY_MS = 86_400_000;

/** Reads the days it needs each time: a year loaded a second ago counts at once, in every process. */
@Injectable()
export class CalendarWorkingDays extends WorkingDays {
  constructor(private readonly calendar: CalendarRepository) {
    super();
  }

  override async after(from: Date, days: number): Promise<Date> {
    const last = new Date(from.getTime() + windowOf(days) * DAY_MS);
    return addWorkingDays(from, days, await this.calendar.between(dayInShanghai(from), dayInShanghai(last)));
  }
}
