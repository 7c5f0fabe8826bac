import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { runMigrations } from '@mantianxing/database';

export interface FreshDatabase {
  url: string;
  /** Drops the database, ending sessions that were left open. */
  drop(): Promise<void>;
}

const TEMPLATE = 'mantianxing_template';
/** Any number: it makes parallel workers wait while one of them builds the template. */
const TEMPLATE_LOCK = 20261122;

/** A migrated database of its own for one spec file; a copy of a template made once per run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await withServer(async (server) => {
    await ensureTemplate(server);
    await server.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: urlOf(name),
    drop: () => withServer(async (server) => void (await server.query(`drop database if exists ${name} with (force)`))),
  };
}

/** An empty database without any table, for specs of the migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await withServer(async (server) => void (await server.query(`create database ${name} template template0`)));
  return {
    url: urlOf(name),
    drop: () => withServer(async (server) => void (await server.query(`drop database if exists ${name} with (force)`))),
  };
}

async function ensureTemplate(server: Client): Promise<void> {
  const ready = async () =>
    (await server.query(`select 1 from pg_database where datname = $1 and datistemplate`, [TEMPLATE])).rowCount;
  if (await ready()) return;
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    if (await ready()) return;
    await server.query(`drop database if exists ${TEMPLATE} with (force)`);
    await server.query(`create database ${TEMPLATE}`);
    await runMigrations(urlOf(TEMPLATE));
    await server.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  } finally {
    await server.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function withServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: urlOf('postgres') });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(database: string): string {
  const server = process.env.TEST_PG;
  if (!server) throw new Error('TEST_PG is not set: run this spec in the medium or e2e project of jest.config.mjs');
  return `${server}/${database}`;
}
