import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

export interface TableShape {
  schema: string;
  name: string;
  /** Without generated ones, which the database makes again. */
  columns: string[];
  /** Primary key, in its order: the same rows then always read the same. */
  key: string[];
}

/**
 * Left out: what is made again (the queue's own tables, the search index), leases of the moment, and sessions, since a
 * session that was ended after the backup must not come back to life.
 */
const LEFT_OUT = ['bullmq.*', 'search.*', 'recurring.*', 'account.session', 'public.schema_migration'];
const isLeftOut = (schema: string, name: string): boolean =>
  LEFT_OUT.some((pattern) => pattern === `${schema}.${name}` || pattern === `${schema}.*`);

/** Every table of the product but those left out: a new one is never forgotten. */
export async function backedUpTables(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select n.nspname as schema, c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by k.place) from pg_index i
        cross join lateral unnest(i.indkey::int[]) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1, 2`);
  return rows.filter(({ schema, name }) => !isLeftOut(schema, name));
}

/** How values are written: the same on every server, whatever its own settings. */
export const PLAIN_OUTPUT = `set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres';
  set extra_float_digits to 1; set bytea_output to 'hex'; set statement_timeout to 0; set lock_timeout to 0`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const tableName = ({ schema, name }: { schema: string; name: string }): string => `${quoted(schema)}.${quoted(name)}`;
export const columnList = (columns: string[]): string => columns.map(quoted).join(', ');

/** The rows in COPY's text form, by primary key: one line a row. */
export function readTable(client: Client, table: TableShape): NodeJS.ReadableStream {
  const order = table.key.length > 0 ? columnList(table.key) : 't::text';
  return client.query(copyTo(`copy (select ${columnList(table.columns)} from ${tableName(table)} t order by ${order}) to stdout`));
}

/** Passes bytes on and knows afterwards how many lines they were and what they hash to. */
export class Tally extends Transform {
  private readonly hash = createHash('sha256');
  lines = 0;
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, data: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) this.lines += 1;
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}
