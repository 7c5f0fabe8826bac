import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const YEAR = 365 * 24 * 3_600_000;

/** Vite puts the client beside this app's compiled code. */
export const CLIENT_FOLDER = join(__dirname, '../../client');

/** The client's built files. Their names carry a hash, so browsers keep them for ever. */
export async function serveClientFiles(app: NestFastifyApplication, folder = CLIENT_FOLDER): Promise<void> {
  const root = join(folder, 'assets');
  // Absent while only the server was built or tested: the client's pages then say so.
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, { root, prefix: '/assets/', decorateReply: false, immutable: true, maxAge: YEAR });
}

/** The client's page, or undefined where it has not been built. */
export async function clientIndex(folder = CLIENT_FOLDER): Promise<string | undefined> {
  if (!existsSync(join(folder, 'assets'))) return undefined;
  return readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
}
