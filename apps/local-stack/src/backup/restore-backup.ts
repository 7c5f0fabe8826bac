import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { knownMigrations, runMigrations } from '@mantianxing/database';
import { PlainError } from '../plain-error';
import { fileEntry, tableEntry, type BackedUpTable, type BackupManifest } from './manifest';
import { changed, type OpenBackup } from './open-backup';
import { backedUpTables, columnList, PLAIN_OUTPUT, readTable, tableName, Tally } from './table-contents';

export interface RestoreWish {
  backup: OpenBackup;
  /** The database to fill. It must hold no tables yet. */
  url: string;
  /** A new connection to it. */
  connect: () => Promise<Client>;
  /** Folder for the uploaded files. */
  uploads: string;
}

/**
 * Fills an empty database: tables as they were, rows, proof row by row, and only then what newer migrations change.
 * All rows or none. Throws PlainError.
 */
export async function restoreBackup({ backup, url, connect, uploads }: RestoreWish): Promise<BackupManifest> {
  const { manifest } = backup;
  refuseUnknown(manifest);
  await withClient(connect, refuseUsed);
  try {
    await runMigrations(url, manifest.migrations);
    await withClient(connect, (client) => fill(client, backup));
  } catch (error) {
    // It was empty before: left empty, it takes the next try.
    await withClient(connect, emptyAgain);
    throw error;
  }
  for (const { path, sha256 } of manifest.files) {
    const content = await backup.file(fileEntry(path), sha256);
    const target = within(uploads, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    writeFileSync(target, content, { mode: 0o600 });
  }
  await runMigrations(url);
  await withClient(connect, (client) => client.query('analyze'));
  return manifest;
}

function refuseUnknown({ migrations }: BackupManifest): void {
  const known = new Set(knownMigrations());
  if (migrations.every((name) => known.has(name))) return;
  throw new PlainError('这份备份由更新的版本制作，本版本没有相应的库表。', '请用制作它的版本或更新的版本恢复。');
}

async function refuseUsed(client: Client): Promise<void> {
  if ((await backedUpTables(client)).length === 0) return;
  throw new PlainError('目标数据库里已有数据，不能覆盖。', '请恢复到空的数据文件夹（MANTIANXING_DATA）或空的数据库（DATABASE_URL）。');
}

async function emptyAgain(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  );
  await client.query(`drop schema ${rows.map(({ name }) => name).join(', ')} cascade`);
  await client.query('create schema public');
}

async function fill(client: Client, backup: OpenBackup): Promise<void> {
  const { manifest } = backup;
  const shapes = new Map((await backedUpTables(client)).map((shape) => [tableName(shape), shape]));
  await client.query(PLAIN_OUTPUT);
  await client.query('begin');
  await withoutTriggers(client);
  // Migrations bring rows of their own (the calendar, say): the backup's stand instead of them.
  if (shapes.size > 0) await client.query(`truncate ${[...shapes.keys()].join(', ')} cascade`);
  for (const table of manifest.tables) {
    const shape = shapes.get(tableName(table));
    if (!shape) throw new PlainError(`备份中的表 ${table.schema}.${table.name} 无处可放。`, '该备份与其版本不符，请换一份。');
    await fillTable(client, backup, table);
    const again = new Tally();
    await pipeline(readTable(client, { ...shape, columns: table.columns }), again, async (lines) => {
      for await (const _ of lines);
    });
    if (again.sha256() !== table.sha256 || again.lines !== table.rows) throw changed(tableEntry(table));
  }
  for (const { schema, name, lastValue, isCalled } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [tableName({ schema, name }), lastValue, isCalled]);
  }
  await client.query('commit');
}

/** Triggers would write history and audit rows anew, and foreign keys would ask for an order of tables. */
async function withoutTriggers(client: Client): Promise<void> {
  try {
    await client.query(`set local session_replication_role = 'replica'`);
  } catch {
    throw new PlainError(
      '恢复时要暂停触发器，当前数据库用户无此权限。',
      '请用管理用户执行：grant set on parameter session_replication_role to 当前用户。',
    );
  }
}

async function fillTable(client: Client, backup: OpenBackup, table: BackedUpTable): Promise<void> {
  const tally = new Tally();
  const rows = await backup.stream(tableEntry(table));
  await pipeline(rows, tally, client.query(copyFrom(`copy ${tableName(table)} (${columnList(table.columns)}) from stdin`)));
  if (tally.sha256() !== table.sha256 || tally.lines !== table.rows) throw changed(tableEntry(table));
}

/** An archive may name any path; only those inside the folder are written. */
function within(folder: string, path: string): string {
  const target = resolve(join(folder, path));
  if (target.startsWith(resolve(folder) + sep)) return target;
  throw new PlainError(`备份里的文件路径越界：${path}`, '该备份已被改动，请换一份。');
}

async function withClient<T>(connect: () => Promise<Client>, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
