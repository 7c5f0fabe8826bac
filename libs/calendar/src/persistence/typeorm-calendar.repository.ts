import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { CalendarRepository } from '../domain/calendar.repository';
import type { DayKind, MarkedDay, Marks } from '../domain/working-day';

@Injectable()
export class TypeormCalendarRepository extends CalendarRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async between(first: string, last: string): Promise<Marks> {
    const rows = await this.unitOfWork.manager.query<{ day: string; kind: DayKind }[]>(
      'select day::text, kind from calendar.day where day between $1 and $2',
      [first, last],
    );
    return new Map(rows.map(({ day, kind }) => [day, kind]));
  }

  override async knownYears(): Promise<Set<number>> {
    const rows = await this.unitOfWork.manager.query<{ year: number }[]>(
      'select distinct extract(year from day)::int as year from calendar.day',
    );
    return new Set(rows.map(({ year }) => year));
  }

  override async replaceYear(year: number, days: readonly MarkedDay[]): Promise<void> {
    const { manager } = this.unitOfWork;
    await manager.query('delete from calendar.day where extract(year from day) = $1', [year]);
    await manager.query(
      `insert into calendar.day (day, kind, name, source)
       select day, kind, name, source from jsonb_to_recordset($1::jsonb) as d (day date, kind text, name text, source text)`,
      [JSON.stringify(days)],
    );
  }
}
