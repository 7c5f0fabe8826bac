import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Logger, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditChain, AuditModule, type Anchor, type ChainReport } from '@mantianxing/audit';
import { DatabaseModule } from '@mantianxing/database';
import { actAs, PlatformModule } from '@mantianxing/platform';
import { withDatabase, type CommandOptions } from '../backup/reachable-database';
import { commandSettings } from '../command-settings';
import { PlainError } from '../plain-error';
import { exportEntries } from './export-entries';

const USAGE = `用法：npm run audit:verify [-- --anchors 文件] [--json]         核对审计日志有无改动、缺失、插入、调换或截尾
      npm run audit:export -- --out 文件.csv [--from 2026-11-01] [--to 2026-11-30]   导出（.csv 或 .jsonl），起止日均含
--anchors：每次核对无误后把最后一条的序号与哈希追加进此文件；请把它存在别处，以后凭它查出截尾和整段改写。`;
const FINDINGS_SHOWN = 20;

interface Wish {
  command: 'verify' | 'export';
  anchors?: string;
  json?: boolean;
  out?: string;
  from?: string;
  to?: string;
}

/** `audit:verify` and `audit:export`. Answers the exit code: 1 where the log was tampered with. Throws PlainError. */
export async function runAudit(options: CommandOptions): Promise<number> {
  const wish = read(options.argv);
  let code = 0;
  await withDatabase(options, async (url) => {
    Logger.overrideLogger(false);
    const app = await open(url, options.env);
    try {
      const who = { via: 'command', operation: `audit:${wish.command}` };
      code = await actAs(who, () => (wish.command === 'verify' ? verify(app, wish, options.say) : exportEntries(app, wish, options.say)));
    } finally {
      await app.close();
    }
  });
  return code;
}

function open(url: string, env: NodeJS.ProcessEnv): Promise<INestApplicationContext> {
  @Module({ imports: [PlatformModule.forRoot(commandSettings(url, env)), DatabaseModule.forRoot({ entities: [], poolSize: 2 }), AuditModule] })
  class AuditCommandModule {}
  return NestFactory.createApplicationContext(AuditCommandModule, { abortOnError: false });
}

async function verify(app: INestApplicationContext, { anchors, json }: Wish, say: (line: string) => void): Promise<number> {
  const chain = app.get(AuditChain);
  const report = await chain.verify(anchors ? readAnchors(anchors) : []);
  if (json) say(JSON.stringify(report));
  else tell(report, say);
  if (report.findings.length > 0) return 1;
  if (anchors) appendFileSync(anchors, `${report.head.position} ${report.head.hash} ${new Date().toISOString()}\n`, { mode: 0o600 });
  return 0;
}

function tell({ entries, unsealed, head, findings }: ChainReport, say: (line: string) => void): void {
  for (const { sentence, id } of findings.slice(0, FINDINGS_SHOWN)) say(id ? `${sentence}（编号 ${id}）` : sentence);
  if (findings.length > FINDINGS_SHOWN) say(`……共 ${findings.length} 处`);
  say(findings.length > 0 ? `核对了 ${entries} 条，有 ${findings.length} 处不符` : `核对了 ${entries} 条，完整无误`);
  if (unsealed > 0) say(`另有 ${unsealed} 条尚未封存（匹配服务运行时每秒封存一次）`);
  say(`最后一条：${head.position} ${head.hash}`);
}

function readAnchors(file: string): Anchor[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const [, position, hash] = /^(\d+)\s+([0-9a-f]{64})\b/i.exec(line) ?? [];
    if (!position || !hash) throw new PlainError(`${file} 第${index + 1}行看不懂。`, '每行应为“序号 哈希 时间”。');
    return { position: Number(position), hash };
  });
}

function read([command, ...rest]: string[]): Wish {
  try {
    if (command === 'verify') {
      const options = { anchors: { type: 'string' }, json: { type: 'boolean' } } as const;
      return { command, ...parseArgs({ args: rest, options, strict: true }).values };
    }
    if (command !== 'export') throw new Error(USAGE);
    const options = { out: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } as const;
    return { command, ...parseArgs({ args: rest, options, strict: true }).values };
  } catch {
    throw new PlainError('有不认识的参数。', USAGE);
  }
}
