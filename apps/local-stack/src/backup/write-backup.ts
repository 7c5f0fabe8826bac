import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { ZipFile } from 'yazl';
import { BACKUP_FORMAT, fileEntry, MANIFEST, SECRETS, tableEntry, type BackupManifest } from './manifest';
import { backedUpTables, PLAIN_OUTPUT, readTable, Tally, type TableShape } from './table-contents';

export interface BackupWish {
  /** Connected, with nothing else running on it. */
  client: Client;
  /** The archive to write; there only when it is whole. Readable by its owner alone. */
  file: string;
  /** Folder of uploaded files, if there is one. */
  uploads?: string;
  /** secrets.json to put in: without it, what is encrypted in the database cannot be read again. */
  secrets?: string;
}

/** Writes one archive from one snapshot, while the system runs on. Answers what it holds. */
export async function writeBackup({ client, file, uploads, secrets }: BackupWish): Promise<BackupManifest> {
  const part = `${file}.part`;
  const zip = new ZipFile();
  const sink = createWriteStream(part, { mode: 0o600 });
  const written = pipeline(zip.outputStream, sink);
  // Settled below; without this a failing disk would end the process before we could say so.
  written.catch(() => undefined);
  try {
    const manifest = await inOneSnapshot(client, () => contents(client, zip, written));
    manifest.files = uploads ? addFiles(zip, uploads) : [];
    if (secrets) zip.addBuffer(readFileSync(secrets), SECRETS);
    manifest.hasSecrets = Boolean(secrets);
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`), MANIFEST);
    zip.end();
    await written;
    await onDisk(part);
    await rename(part, file);
    return manifest;
  } catch (error) {
    sink.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

async function inOneSnapshot<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query(PLAIN_OUTPUT);
  await client.query('begin isolation level repeatable read read only');
  try {
    return await work();
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

async function contents(client: Client, zip: ZipFile, written: Promise<void>): Promise<BackupManifest> {
  const { rows: applied } = await client.query<{ name: string }>('select name from schema_migration order by timestamp, name');
  const { rows: moment } = await client.query<{ at: Date }>('select now() as at');
  const tables: BackupManifest['tables'] = [];
  for (const table of await backedUpTables(client)) tables.push(await addTable(client, zip, written, table));
  const { rows: sequences } = await client.query<{ schema: string; name: string; lastValue: string | null; start: string }>(
    `select schemaname as schema, sequencename as name, last_value::text as "lastValue", start_value::text as start
     from pg_sequences where schemaname not in ('bullmq', 'search') order by 1, 2`,
  );
  return {
    format: BACKUP_FORMAT,
    takenAt: (moment[0] as { at: Date }).at.toISOString(),
    migrations: applied.map(({ name }) => name),
    tables,
    sequences: sequences.map(({ schema, name, lastValue, start }) => ({
      ...{ schema, name, lastValue: lastValue ?? start, isCalled: lastValue !== null },
    })),
    files: [],
    hasSecrets: false,
  };
}

/** One connection reads one table at a time: the next begins when this one has gone into the archive. */
async function addTable(client: Client, zip: ZipFile, written: Promise<void>, table: TableShape): Promise<BackupManifest['tables'][number]> {
  const tally = new Tally();
  zip.addReadStream(tally, tableEntry(table), { compress: true });
  await Promise.race([
    Promise.all([pipeline(readTable(client, table), tally), finished(tally)]),
    written.then(() => Promise.reject(new Error('the archive ended before the tables did'))),
  ]);
  const { schema, name, columns } = table;
  return { schema, name, columns, rows: tally.lines, sha256: tally.sha256() };
}

function addFiles(zip: ZipFile, folder: string): BackupManifest['files'] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return paths.map((entry) => {
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full);
    const content = readFileSync(full);
    zip.addBuffer(content, fileEntry(path));
    return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
}

async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
