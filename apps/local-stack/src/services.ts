import { join } from 'node:path';
import type { Secrets } from './secrets';

export interface ServiceSpec {
  name: string;
  /** What a person calls it. */
  label: string;
  script: string;
  env: Record<string, string>;
  /** Answers 200 once the service can work. */
  readyUrl: string;
  nodeFlags: string[];
}

export interface Ports {
  portal: number;
  publishing: number;
  directory: number;
  worker: number;
}

export interface StackSettings {
  root: string;
  databaseUrl: string;
  secrets: Secrets;
  ports: Ports;
  smtpUrl: string;
  /** The caller's environment; only the names below are passed on. */
  env: NodeJS.ProcessEnv;
}

/** What somebody may set for `npm start`; everything else is the local stack's own affair. */
const PASSED_ON = [
  ...['REDIS_URL', 'MEILI_URL', 'MEILI_MASTER_KEY', 'MAIL_FROM', 'LOG_LEVEL', 'AUDIT_KEEP_DAYS', 'DISTRICT_CODE', 'TZ'],
  ...['TRUSTED_PROXIES', 'OUTBOUND_ALLOWED_HOSTS', 'QUIET_HOURS', 'DIGEST_AT', 'SITE_OWNER', 'SITE_IDENTIFIER', 'SITE_FILING'],
  ...['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL', 'SECOND_FACTOR_GRACE_DAYS'],
];

/** Old-space limits in MiB, found by measure: see README. Small young generations trade speed for memory. */
const heap = (mib: number) => [`--max-old-space-size=${mib}`, '--max-semi-space-size=4'];

/** The four apps, in the order they are named in when starting. */
export function servicesOf(settings: StackSettings): ServiceSpec[] {
  const env = environment(settings);
  const { portal, publishing, directory, worker } = settings.ports;
  const service = (name: string, label: string, port: number, mib: number): ServiceSpec => ({
    ...{ name, label, env, nodeFlags: heap(mib) },
    script: join(settings.root, 'dist', 'apps', name, 'src', 'main.js'),
    readyUrl: `http://127.0.0.1:${port}/health/ready`,
  });
  return [
    service('scenario-publishing', '场景发布', publishing, 192),
    service('capability-directory', '能力目录', directory, 192),
    service('matcher-worker', '匹配服务', worker, 512),
    service('web-portal', '门户', portal, 256),
  ];
}

function environment({ env, databaseUrl, secrets, ports, smtpUrl }: StackSettings): Record<string, string> {
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const passed = PASSED_ON.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return {
    ...Object.fromEntries(passed),
    PATH: env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    NODE_ENV: 'production',
    NO_COLOR: '1',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    PORTAL_PORT: `${ports.portal}`,
    PUBLISHING_PORT: `${ports.publishing}`,
    DIRECTORY_PORT: `${ports.directory}`,
    WORKER_PORT: `${ports.worker}`,
    PUBLISHING_URL: at(ports.publishing),
    DIRECTORY_URL: at(ports.directory),
    WORKER_URL: at(ports.worker),
    PUBLIC_URL: env.PUBLIC_URL || at(ports.portal),
    SESSION_SECRET: secrets.sessionSecret,
    INTERNAL_TOKEN_SECRET: secrets.internalTokenSecret,
    // Demo accounts are for looking around: a second factor may be tried, and is not asked for.
    SECOND_FACTOR: env.SECOND_FACTOR || 'optional',
    SMTP_URL: smtpUrl,
    DECISION_HOLD_SECONDS: env.DECISION_HOLD_SECONDS || '10',
    MESSAGE_TIMING: env.MESSAGE_TIMING || 'at-once',
  };
}
