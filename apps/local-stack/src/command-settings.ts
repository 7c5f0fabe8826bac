import { randomBytes } from 'node:crypto';
import { readEnv, type Env } from '@mantianxing/platform';

/** Settings for a command beside the system: it signs nothing that anybody checks, so its secrets are its own. */
export function commandSettings(databaseUrl: string, env: NodeJS.ProcessEnv): Env {
  const secret = randomBytes(32).toString('hex');
  return readEnv({
    DATABASE_URL: databaseUrl,
    DISTRICT_CODE: env.DISTRICT_CODE || undefined,
    ...{ SESSION_SECRET: secret, INTERNAL_TOKEN_SECRET: secret },
  });
}
