import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the client's built files are; its `base` in vite.config.mjs. */
const PREFIX = '/app-assets/';

/** Vite puts the client beside this app's compiled code. */
export const CLIENT_FOLDER = join(__dirname, '../../client');

/** The client's build. Names under `assets/` carry a hash, so browsers keep them for ever. */
export async function serveClientFiles(app: NestFastifyApplication, folder = CLIENT_FOLDER): Promise<void> {
  // Absent while only the server was built or tested: the client's pages then say so.
  if (!existsSync(join(folder, 'assets'))) return;
  await app.register(fastifyStatic, {
    root: folder,
    prefix: PREFIX,
    decorateReply: false,
    allowedPath: (path) => !path.endsWith('.html'),
    cacheControl: false,
    setHeaders: (reply, path) => {
      const lasting = path.startsWith(join(folder, 'assets'));
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** The client's page, or undefined where it has not been built. */
export async function clientIndex(folder = CLIENT_FOLDER): Promise<string | undefined> {
  if (!existsSync(join(folder, 'assets'))) return undefined;
  return readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
}
