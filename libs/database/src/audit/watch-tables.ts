import type { DataSource } from 'typeorm';
import {
  LOGGED_WHEN_DIRECT,
  LOGGED_WHEN_STATUS_MOVES,
  NEVER_TOLD,
  PLAIN_TYPES,
  TOLD,
  TOLD_EVERYWHERE,
  UNWATCHED,
} from './audited-tables';

export interface TableShape {
  /** `schema.table` */
  name: string;
  keys: string[];
  columns: { name: string; type: string }[];
  /** What its trigger was made from; null where it has none. */
  made: string | null;
}

const SHAPES = `
select n.nspname || '.' || c.relname as name,
  coalesce((select jsonb_agg(a.attname order by a.attnum) from pg_index i join pg_attribute a
    on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary), '[]') as keys,
  (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname) order by a.attnum) from pg_attribute a
    join pg_type t on t.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select obj_description(t.oid, 'pg_trigger') from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audited') as made
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition
  and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'audit', 'bullmq')
order by 1`;

export const isWatched = (table: string): boolean =>
  !(table in UNWATCHED) && !(`${table.split('.', 1)[0]}.*` in UNWATCHED);

/** The columns whose values the log tells. */
export function toldColumns({ name, columns }: Pick<TableShape, 'name' | 'columns'>): string[] {
  const named = [...TOLD_EVERYWHERE, ...(TOLD[name] ?? [])];
  const told = columns.filter(({ name: column, type }) => PLAIN_TYPES.includes(type) || named.includes(column));
  return told.filter(({ name: column, type }) => type !== 'bytea' && !NEVER_TOLD.test(column)).map(({ name: column }) => column);
}

/** `{a,b}`: names of columns need no quoting, none of ours has a comma or a brace. */
const list = (names: string[]): string => `{${names.join(',')}}`;
const DIRECT = `current_setting('application_name') <> 'mantianxing'`;

function triggersOf(table: TableShape): string {
  const { name } = table;
  const capture = `for each row WHEN execute function audit.capture('${list(table.keys)}', '${list(toldColumns(table))}')`;
  const when = (condition: string) => capture.replace('WHEN', condition && `when (${condition})`);
  const always = LOGGED_WHEN_DIRECT.includes(name) ? DIRECT : '';
  const updated = LOGGED_WHEN_STATUS_MOVES.includes(name) ? `old.status is distinct from new.status or ${DIRECT}` : always;
  return `
create or replace trigger audited after insert or delete on ${name} ${when(always)};
create or replace trigger audited_update after update on ${name} ${when(updated)};
create or replace trigger audited_emptied after truncate on ${name} for each statement execute function audit.capture_emptied();`;
}

/**
 * Gives every table its audit triggers; repeated after each migration, so that new tables and columns are never
 * forgotten. Answers the tables that were changed.
 */
export async function watchTables(dataSource: DataSource): Promise<string[]> {
  // A restore may stop at a migration before the audit log's.
  const [{ ready }] = await dataSource.query<{ ready: boolean }[]>(`select to_regproc('audit.capture') is not null as ready`);
  if (!ready) return [];
  const tables = await dataSource.query<TableShape[]>(SHAPES);
  const changed: string[] = [];
  for (const table of tables.filter(({ name }) => isWatched(name))) {
    const wanted = triggersOf(table);
    if (table.made === wanted) continue;
    await dataSource.query(`${wanted} comment on trigger audited on ${table.name} is '${wanted.replaceAll("'", "''")}'`);
    changed.push(table.name);
  }
  return changed;
}
