import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Days that are not what their weekday says, as the State Council's General Office published them: 国办发明电〔2024〕12号
 * for 2025, the notice of 2025-11-04 for 2026. Later years are loaded with `npm run calendar`.
 */
export class WorkingDays1763900101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema calendar;
create table calendar.day (
  day date primary key,
  kind text not null check (kind in ('HOLIDAY','MAKEUP_WORKDAY')),
  name text not null check (length(name) between 1 and 30),
  source text not null default '',
  loaded_at timestamptz not null default now(),
  constraint makeup_on_weekend check (kind <> 'MAKEUP_WORKDAY' or extract(isodow from day) in (6, 7)));

insert into calendar.day (day, kind, name, source)
select d::date, 'HOLIDAY', name, source from (values
  ('2025-01-01', '2025-01-01', '元旦', '国办发明电〔2024〕12号'),
  ('2025-01-28', '2025-02-04', '春节', '国办发明电〔2024〕12号'),
  ('2025-04-04', '2025-04-06', '清明节', '国办发明电〔2024〕12号'),
  ('2025-05-01', '2025-05-05', '劳动节', '国办发明电〔2024〕12号'),
  ('2025-05-31', '2025-06-02', '端午节', '国办发明电〔2024〕12号'),
  ('2025-10-01', '2025-10-08', '国庆节、中秋节', '国办发明电〔2024〕12号'),
  ('2026-01-01', '2026-01-03', '元旦', '国务院办公厅2025年11月4日通知'),
  ('2026-02-15', '2026-02-23', '春节', '国务院办公厅2025年11月4日通知'),
  ('2026-04-04', '2026-04-06', '清明节', '国务院办公厅2025年11月4日通知'),
  ('2026-05-01', '2026-05-05', '劳动节', '国务院办公厅2025年11月4日通知'),
  ('2026-06-19', '2026-06-21', '端午节', '国务院办公厅2025年11月4日通知'),
  ('2026-09-25', '2026-09-27', '中秋节', '国务院办公厅2025年11月4日通知'),
  ('2026-10-01', '2026-10-07', '国庆节', '国务院办公厅2025年11月4日通知')) as off (first, last, name, source),
  generate_series(first::timestamp, last::timestamp, '1 day') as d;
insert into calendar.day (day, kind, name, source) values
  ('2025-01-26', 'MAKEUP_WORKDAY', '春节', '国办发明电〔2024〕12号'),
  ('2025-02-08', 'MAKEUP_WORKDAY', '春节', '国办发明电〔2024〕12号'),
  ('2025-04-27', 'MAKEUP_WORKDAY', '劳动节', '国办发明电〔2024〕12号'),
  ('2025-09-28', 'MAKEUP_WORKDAY', '国庆节、中秋节', '国办发明电〔2024〕12号'),
  ('2025-10-11', 'MAKEUP_WORKDAY', '国庆节、中秋节', '国办发明电〔2024〕12号'),
  ('2026-01-04', 'MAKEUP_WORKDAY', '元旦', '国务院办公厅2025年11月4日通知'),
  ('2026-02-14', 'MAKEUP_WORKDAY', '春节', '国务院办公厅2025年11月4日通知'),
  ('2026-02-28', 'MAKEUP_WORKDAY', '春节', '国务院办公厅2025年11月4日通知'),
  ('2026-05-09', 'MAKEUP_WORKDAY', '劳动节', '国务院办公厅2025年11月4日通知'),
  ('2026-09-20', 'MAKEUP_WORKDAY', '国庆节', '国务院办公厅2025年11月4日通知'),
  ('2026-10-10', 'MAKEUP_WORKDAY', '国庆节', '国务院办公厅2025年11月4日通知');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
