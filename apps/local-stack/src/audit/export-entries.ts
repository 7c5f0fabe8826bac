import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditLog, AuditTrail, type AuditEntry } from '@mantianxing/audit';
import { PlainError } from '../plain-error';

/** Columns of the export, in the order of an inspector's questions: when, who, what, from where. */
const COLUMNS: [name: string, of: (entry: AuditEntry) => unknown][] = [
  ['序号', ({ position }) => position],
  ['时间', ({ at }) => at.toISOString()],
  ['账号', ({ accountId }) => accountId],
  ['姓名', ({ accountName }) => accountName],
  ['角色', ({ roles }) => roles.join(' ')],
  ['单位', ({ organizationNames }) => organizationNames.join('、')],
  ['途径', ({ via }) => via],
  ['操作', ({ operation }) => operation],
  ['动作', ({ action }) => action],
  ['对象', ({ subjectKind }) => subjectKind],
  ['对象编号', ({ subjectId }) => subjectId],
  ['变化', ({ changes }) => JSON.stringify(changes)],
  ['地址', ({ address }) => address],
  ['浏览器', ({ agent }) => agent],
  ['请求', ({ requestId }) => requestId],
  ['事件', ({ eventId }) => eventId],
  ['哈希', ({ hash }) => hash],
];
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell no spreadsheet calculates: text that looks like a formula is led in by an apostrophe. */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

interface ExportWish {
  out?: string;
  from?: string;
  to?: string;
}

/** Writes the entries of some days into a new file, oldest first; the export itself is an entry. */
export async function exportEntries(app: INestApplicationContext, { out, from, to }: ExportWish, say: (line: string) => void): Promise<number> {
  const format = out?.toLowerCase().match(/\.(csv|jsonl)$/)?.[1];
  if (!out || !format) throw new PlainError('请用 --out 给出以 .csv 或 .jsonl 结尾的文件名。', '例：npm run audit:export -- --out audit.csv');
  const span = { from: dayStart(from, 0), until: dayStart(to, 1) };
  const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  await once(file, 'open').catch(() => {
    throw new PlainError(`写不了 ${out}，它已存在或文件夹不可写。`, '请换一个文件名。');
  });
  const line = (text: string) => (file.write(`${text}\n`) ? undefined : once(file, 'drain'));
  // A byte order mark, or Excel takes UTF-8 for something else.
  if (format === 'csv') await line(`\uFEFF${COLUMNS.map(([name]) => name).join(',')}`);
  let entries = 0;
  for await (const entry of app.get(AuditLog).stream(span)) {
    await line(format === 'csv' ? COLUMNS.map(([, of]) => csvCell(of(entry))).join(',') : JSON.stringify(entry));
    entries += 1;
  }
  file.end();
  await once(file, 'close');
  await app.get(AuditTrail).record({
    ...{ action: 'exported', subjectKind: 'audit.entry' },
    facts: { entries, from: from ?? '', to: to ?? '', format },
  });
  say(`已导出 ${entries} 条：${out}`);
  return 0;
}

/** Beginning of that day in Asia/Shanghai, `later` days on. */
function dayStart(day: string | undefined, later: number): Date | undefined {
  if (day === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00+08:00`) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime())) throw new PlainError(`看不懂日期 ${day}。`, '日期请写成 2026-12-31。');
  return new Date(at.getTime() + later * 24 * 3_600_000);
}
