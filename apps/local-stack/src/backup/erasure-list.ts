import { z } from 'zod';
import { ERASURE_REASONS, type Erasure } from '@mantianxing/account';
import { PlainError } from '../plain-error';

const Line = z.strictObject({
  accountId: z.uuid(),
  reason: z.enum(ERASURE_REASONS),
  byAccountId: z.uuid().nullable(),
  erasedAt: z.iso.datetime().transform((text) => new Date(text)),
});

/** One removal a line, ids only: kept beside the backups, since a backup from before a removal does not know it. */
export const asText = (erasures: Erasure[]): string => erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join('');

/** Throws PlainError naming the line that is none. */
export function fromText(text: string): Erasure[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        return Line.parse(JSON.parse(line));
      } catch {
        throw new PlainError(`已删除名单第 ${index + 1} 行读不懂。`, '请用 npm run erase -- --list 重新导出。');
      }
    });
}
