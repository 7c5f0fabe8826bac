import { z } from 'zod';
import { AllowedHost } from '../http/outbound-addresses';

const port = z.coerce.number().int().min(1).max(65535);
const optionalUrl = z.union([z.literal(''), z.url()]).default('').transform((v) => v || undefined);
const secret = z.string().min(32);

/** Empty counts as absent, as compose passes on what `.env` does not set. */
const emptyIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);

const listed = (value: string): string[] => value.split(',').map((one) => one.trim()).filter((one) => one !== '');

function isAllowedHost(entry: string): boolean {
  try {
    return Boolean(new AllowedHost(entry));
  } catch {
    return false;
  }
}

/**
 * Everything a process reads from its environment, in one place, refused early.
 * An absent REDIS_URL or MEILI_URL is a choice: PostgreSQL then does that part.
 */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  DATABASE_URL: z.string().startsWith('postgres'),
  REDIS_URL: optionalUrl,
  MEILI_URL: optionalUrl,
  MEILI_MASTER_KEY: z.string().default(''),
  HOST: z.string().default('127.0.0.1'),
  PORTAL_PORT: port.default(4100),
  PUBLISHING_PORT: port.default(4101),
  DIRECTORY_PORT: port.default(4102),
  WORKER_PORT: port.default(4103),
  PUBLISHING_URL: z.url().default('http://127.0.0.1:4101'),
  DIRECTORY_URL: z.url().default('http://127.0.0.1:4102'),
  WORKER_URL: z.url().default('http://127.0.0.1:4103'),
  /** The address people type; links in mails begin with it. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:4100'),
  SESSION_SECRET: secret,
  /** Seals second factors; absent: derived from SESSION_SECRET, and changing that one then ends them. */
  FACTOR_SECRET: z.preprocess(emptyIsAbsent, secret.optional()),
  /** Whether staff, auditors and admins must have a second factor; required in production, else optional. */
  SECOND_FACTOR: z.preprocess(emptyIsAbsent, z.enum(['required', 'optional']).optional()),
  /** Days such a person may still work without one, from the first sign-in that found it missing. */
  SECOND_FACTOR_GRACE_DAYS: z.coerce.number().int().min(0).max(90).default(0),
  /** Sign-in through a provider of the operator's (统一身份认证); all three or none. */
  OIDC_ISSUER: z.preprocess(emptyIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  /** What its button on the sign-in page says. */
  OIDC_LABEL: z.string().max(20).default('统一身份认证登录'),
  /** Signs the actor the portal passes on to the two apps. */
  INTERNAL_TOKEN_SECRET: secret,
  SMTP_URL: z.string().startsWith('smtp').default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z.string().default('应用场景供需对接平台 <no-reply@localhost>'),
  /** How long the messages of a decision wait, so that undo is real: 600, 10 locally, 0 in tests. */
  DECISION_HOLD_SECONDS: z.coerce.number().int().min(0).max(86_400).default(600),
  /**
   * When mails go out: `considerate` (digests, quiet hours) or `at-once` (kinds nobody has set come at once, at any hour:
   * for trying the product out and for tests). Hours are of Asia/Shanghai.
   */
  MESSAGE_TIMING: z.preprocess(emptyIsAbsent, z.enum(['considerate', 'at-once']).default('considerate')),
  QUIET_HOURS: z.preprocess(emptyIsAbsent, z.string().regex(/^(none|\d{2}:\d{2}-\d{2}:\d{2})$/).default('20:00-08:00')),
  DIGEST_AT: z.preprocess(emptyIsAbsent, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).default('09:00')),
  DISTRICT_CODE: z.string().length(6).default('500103'),
  /** Reverse proxies whose X-Forwarded-* headers are believed: addresses, ranges or loopback, comma-separated. */
  TRUSTED_PROXIES: z.string().default('loopback'),
  /** Footer of the public pages: 主办单位, 网站标识码, 备案号. */
  SITE_OWNER: z.string().default('待填写'),
  SITE_IDENTIFIER: z.string().default('待填写'),
  SITE_FILING: z.string().default('待填写'),
  /**
   * Optional embedder (语义向量), the worker's alone: without EMBEDDER_URL nothing is sent anywhere. It is the operator's
   * word, so its own host is allowed though it stand inside the network; no user can set it.
   */
  EMBEDDER_URL: z.preprocess(emptyIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  EMBEDDER_KIND: z.preprocess(emptyIsAbsent, z.enum(['openai', 'ollama']).default('openai')),
  EMBEDDER_MODEL: z.string().default(''),
  EMBEDDER_API_KEY: z.string().default(''),
  /** Asked of the model and insisted on; absent: what the model gives. */
  EMBEDDER_DIMENSIONS: z.preprocess(emptyIsAbsent, z.coerce.number().int().min(8).max(8192).optional()),
  /** Hosts that requests to addresses from configuration or people may reach inside the network: names, addresses, ranges. */
  OUTBOUND_ALLOWED_HOSTS: z.string().default('').transform(listed).refine((hosts) => hosts.every(isAllowedHost), '请填写主机名、地址或地址段，以逗号分隔'),
  /** The audit log keeps entries this long: 3 years, 180 days at the least (网络安全法 第二十一条 asks for six months). */
  AUDIT_KEEP_DAYS: z.preprocess(emptyIsAbsent, z.coerce.number().int().min(180).max(36_500).default(1095)),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'log', 'debug']).default('log'),
}).refine(({ EMBEDDER_URL, EMBEDDER_MODEL }) => !EMBEDDER_URL || EMBEDDER_MODEL !== '', {
  path: ['EMBEDDER_MODEL'],
  message: '设置了 EMBEDDER_URL，请同时填写模型名称',
}).refine(({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) => !OIDC_ISSUER || (OIDC_CLIENT_ID && OIDC_CLIENT_SECRET), {
  path: ['OIDC_CLIENT_ID'],
  message: '设置了 OIDC_ISSUER，请同时填写 OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET',
});

export type Env = Readonly<z.infer<typeof Environment>>;
export const ENV_NAMES = Object.keys(Environment.shape);

/** Whether staff must have a second factor: what is set, else yes in production. */
export const asksForFactor = ({ SECOND_FACTOR, NODE_ENV }: Pick<Env, 'SECOND_FACTOR' | 'NODE_ENV'>): boolean =>
  (SECOND_FACTOR ?? (NODE_ENV === 'production' ? 'required' : 'optional')) === 'required';

/** Reads the environment once. Throws one error that names every wrong variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = Environment.safeParse(source);
  if (result.success) return Object.freeze(result.data);
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`环境变量有误，请修改后重新启动：\n${lines.join('\n')}`);
}

/** Nest token of the one typed configuration. */
export const ENV = Symbol('ENV');
