import { Injectable } from '@nestjs/common';
import type { WorkingDayCoverageView } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { CalendarRepository } from '../domain/calendar.repository';
import { missingYears } from '../domain/working-day';

/** Whether the years that due dates reach into are known; until then weekends alone are left out of them. */
@Injectable()
export class CalendarCoverage {
  constructor(
    private readonly calendar: CalendarRepository,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<WorkingDayCoverageView> {
    const missing = missingYears(dayInShanghai(this.clock.now()), await this.calendar.knownYears());
    const years = missing.map((year) => `${year}年`).join('、');
    const warning =
      missing.length > 0 ? `还没有${years}的节假日安排，期限暂按周一至周五计算。国务院办公厅公布后，请管理员载入。` : '';
    return { missingYears: missing, warning };
  }
}
