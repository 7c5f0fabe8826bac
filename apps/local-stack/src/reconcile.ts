import { randomBytes } from 'node:crypto';
import { databaseAddress } from './journey/database-address';
import { PlainError } from './plain-error';

const USAGE = `用法：npm run reconcile [-- --dry-run --json]
把数据库里承诺过的事逐项核对，缺的补上：交办的任务、检索、匹配、失效、征询。
  --dry-run  只核对，不补；有遗漏时退出码为 3
  --json     以 JSON 输出
库：DATABASE_URL，或正在运行的 npm start；队列和检索按 REDIS_URL、MEILI_URL、MEILI_MASTER_KEY，须与运行中的服务一致。
退出码：0 没有遗漏或已补齐 · 1 有的项没能核对 · 2 参数有误 · 3 只核对时发现遗漏`;

export interface ReconcileResult {
  queue: string;
  search: string;
  compared: number;
  mended: number;
  failed: string[];
  checks: { name: string; label: string; compared: number; found: number; mended: number; note: string }[];
}

export interface ReconcileOptions {
  argv: string[];
  dataHome: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  /** The worker's own look: apps never import one another. */
  look: (order: { env: Record<string, string | undefined>; dryRun: boolean }) => Promise<ReconcileResult>;
}

const KNOWN = new Set(['--dry-run', '--json', '--help']);
const PASSED_ON = ['REDIS_URL', 'MEILI_URL', 'MEILI_MASTER_KEY', 'DISTRICT_CODE'];

/** Answers the exit code. Throws PlainError for what a person can mend. */
export async function runReconcile({ argv, dataHome, env, say, look }: ReconcileOptions): Promise<number> {
  const unknown = argv.find((word) => !KNOWN.has(word));
  if (unknown) {
    say(`✗ 不认识的参数 ${unknown}。\n\n${USAGE}`);
    return 2;
  }
  if (argv.includes('--help')) {
    say(USAGE);
    return 0;
  }
  const secret = randomBytes(32).toString('hex');
  const settings = {
    ...Object.fromEntries(PASSED_ON.map((name) => [name, env[name] || undefined])),
    ...{ DATABASE_URL: databaseAddress(env, dataHome), SESSION_SECRET: secret, INTERNAL_TOKEN_SECRET: secret, LOG_LEVEL: 'fatal' },
  };
  const dryRun = argv.includes('--dry-run');
  const result = await look({ env: settings, dryRun }).catch((error: { code?: string }) => {
    if (error.code === '42P01') throw new PlainError('数据库还没有升级到这一版。', '请先执行 npm start（会自动升级）。');
    throw new PlainError('连不上数据库。', '请先在另一个窗口执行 npm start，或核对 DATABASE_URL。');
  });
  say(argv.includes('--json') ? JSON.stringify(result, null, 2) : printed(result, dryRun));
  if (result.failed.length > 0) return 1;
  return dryRun && result.checks.some(({ found }) => found > 0) ? 3 : 0;
}

function printed({ queue, search, compared, mended, checks }: ReconcileResult, dryRun: boolean): string {
  const lines = checks.map(({ label, compared: looked, found, mended: put, note }) => {
    const outcome = found === 0 ? '没有遗漏' : dryRun ? `缺${found}项` : `补齐${put}项`;
    return `  ${label}：核对${looked}项，${outcome}${note ? `（${note}）` : ''}`;
  });
  const found = checks.reduce((sum, one) => sum + one.found, 0);
  const total = dryRun ? `共核对${compared}项，缺${found}项，未作改动` : `共核对${compared}项，补齐${mended}项`;
  return [`任务队列：${queue}；检索：${search}`, ...lines, total].join('\n');
}
