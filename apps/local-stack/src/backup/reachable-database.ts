import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate, openEmbeddedDatabase } from '../embedded-database';
import { databaseAddress } from '../journey/database-address';
import { makeFolder, placesIn, type Places } from '../places';
import { PlainError } from '../plain-error';
import { preferredPorts } from '../ports';
import { postgresOwner } from '../postgres/owner';
import { keptSecrets } from '../secrets';

export interface CommandOptions {
  argv: string[];
  dataHome: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  /** Claims the data folder, so that `npm start` does not begin meanwhile. Answers what lets it go. */
  claim: () => () => void;
}

export const placesOf = ({ dataHome, env }: Pick<CommandOptions, 'dataHome' | 'env'>): Places =>
  placesIn(dataHome, postgresOwner(), Boolean(env.MANTIANXING_DATA));

export async function connectTo(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'backup' });
  // A server that goes away is told by the query that was running.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    throw new PlainError('连不上数据库。', '请核对 DATABASE_URL，或执行 npm start 看看数据库能否启动。');
  }
}

/** DATABASE_URL, the running local stack's database, or its database started for this alone and stopped afterwards. */
export async function withDatabase<T>(options: CommandOptions, work: (url: string) => Promise<T>): Promise<T> {
  const { env, dataHome } = options;
  if (env.DATABASE_URL) return work(env.DATABASE_URL);
  const running = await addressIfRunning(options);
  if (running) return work(running);
  if (!existsSync(join(dataHome, 'secrets.json'))) {
    throw new PlainError('本机还没有启动过满天星，没有可备份的数据。', '请先执行 npm start；要备份别处的数据库，请设置 DATABASE_URL。');
  }
  const release = options.claim();
  try {
    return await withEmbedded(options, placesOf(options), work);
  } finally {
    release();
  }
}

async function addressIfRunning({ env, dataHome }: CommandOptions): Promise<string | undefined> {
  try {
    const address = databaseAddress(env, dataHome);
    await (await connectTo(address)).end();
    return address;
  } catch (error) {
    if (error instanceof PlainError) return undefined;
    throw error;
  }
}

/** The embedded server over a data folder that nobody else uses now; an empty folder becomes an empty cluster. */
export async function withEmbedded<T>({ env, say }: CommandOptions, places: Places, work: (url: string) => Promise<T>, schema = true): Promise<T> {
  makeFolder(places.logs, 0o700);
  const { postgres } = preferredPorts(env.MANTIANXING_DATA ? places.home : undefined);
  const { postgresPassword: password } = keptSecrets(places.secrets);
  const wish = { places, owner: postgresOwner(), password, port: env.POSTGRES_PORT, preferredPort: postgres, say };
  const { server, url } = await openEmbeddedDatabase(wish);
  try {
    await migrate(server, schema);
    return await work(url);
  } finally {
    await server.stop();
  }
}
