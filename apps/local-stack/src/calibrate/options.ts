import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error';

export const CALIBRATE_USAGE = `用法：npm run calibrate [-- --json --min 200 --hold-out 0.3 --seed 1]   按审核决定重拟权重，只存为草稿
      npm run calibrate -- --list                                       查看评分版本
      npm run calibrate -- --activate 编号 --by 统筹账号的登录名         启用（编号写 built-in 则回到内置权重）`;

/** Below this many labels six weights and two thresholds would follow chance. */
const LEAST_DECISIONS = 200;

export type CalibrateOrder =
  | { what: 'help' }
  | { what: 'list'; json: boolean }
  | { what: 'activate'; id: number | null; login: string }
  | { what: 'calibrate'; json: boolean; least: number; holdOutShare: number; seed: number };

/** Reads the command line. Throws PlainError with the usage. */
export function readOrder(argv: string[]): CalibrateOrder {
  const values = parsed(argv);
  if (values.help) return { what: 'help' };
  const json = values.json ?? false;
  if (values.list) return { what: 'list', json };
  if (values.activate !== undefined) {
    if (!values.by) throw new PlainError('请用 --by 写明由谁启用。', CALIBRATE_USAGE);
    return { what: 'activate', id: values.activate === 'built-in' ? null : figure('activate', values.activate, 1), login: values.by };
  }
  if (values.by) throw new PlainError('--by 要与 --activate 一起用。', CALIBRATE_USAGE);
  const holdOutShare = Number(values['hold-out'] ?? 0.3);
  if (!(holdOutShare > 0 && holdOutShare < 1)) throw new PlainError('--hold-out 要在0与1之间。', CALIBRATE_USAGE);
  return {
    ...{ what: 'calibrate', json, holdOutShare },
    least: figure('min', values.min ?? String(LEAST_DECISIONS), 2),
    seed: figure('seed', values.seed ?? '1', 0),
  };
}

function figure(name: string, word: string, least: number): number {
  const value = Number(word);
  if (!/^\d{1,9}$/.test(word) || value < least) throw new PlainError(`--${name} 要写不小于${least}的整数。`, CALIBRATE_USAGE);
  return value;
}

function parsed(argv: string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { json: flag, list: flag, help: flag, min: text, 'hold-out': text, seed: text, activate: text, by: text };
  try {
    return parseArgs({ args: argv, options, strict: true }).values;
  } catch {
    throw new PlainError('有不认识或写不全的参数。', CALIBRATE_USAGE);
  }
}
