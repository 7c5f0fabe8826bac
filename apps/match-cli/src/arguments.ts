import { resolve } from 'node:path';

export interface MatchOptions {
  scenarios: string;
  capabilities: string;
  out: string;
  json?: string;
  /** Most suggestions for one scenario. */
  top: number;
}

export type Asked =
  | { kind: 'help' }
  | { kind: 'wrong'; message: string }
  | { kind: 'run'; options: MatchOptions };

export const DEFAULT_TOP = 10;
const MOST_TOP = 100;

export const HELP = `用法：npm run match -- 场景清单 能力清单 [--out 结果.xlsx] [--json 结果.json] [--top 数量]

  场景清单、能力清单   xlsx、csv 或 jsonl 文件，按内容识别；表头写法不限，读取情况会写进结果
  --out 文件           配对结果工作簿，默认 pairings.xlsx
  --json 文件          另写一份 JSON，供其他程序使用
  --top 数量           每个场景最多推荐几项能力，1至${MOST_TOP}，默认 ${DEFAULT_TOP}
  --help               显示本说明

例：npm run match -- 场景清单.xlsx 能力清单.xlsx --out 配对建议.xlsx
不需要服务器和数据库，文件不离开本机。
`;

/** Understands the command line; every mistake is one sentence. */
export function readArguments(argv: string[]): Asked {
  const files: string[] = [];
  const named: Record<string, string> = {};
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at];
    if (argument === '--help' || argument === '-h') return { kind: 'help' };
    if (!argument.startsWith('--')) {
      files.push(argument);
      continue;
    }
    const [name, inline] = splitOnce(argument);
    if (!['--out', '--json', '--top'].includes(name)) return wrong(`不认识的参数 ${name}`);
    const value = inline ?? argv[++at];
    if (!value || (inline === undefined && value.startsWith('--'))) return wrong(`${name} 后面缺少内容`);
    named[name] = value;
  }
  if (files.length !== 2) {
    return wrong(files.length < 2 ? '请给出两个文件：先场景清单，后能力清单' : `多余的参数 ${files[2]}`);
  }
  return withOptions(files, named);
}

function withOptions([scenarios, capabilities]: string[], named: Record<string, string>): Asked {
  const top = Number(named['--top'] ?? DEFAULT_TOP);
  if (!Number.isInteger(top) || top < 1 || top > MOST_TOP) return wrong(`--top 应是1至${MOST_TOP}之间的整数`);
  const out = named['--out'] ?? 'pairings.xlsx';
  if (!/\.xlsx$/i.test(out)) return wrong('--out 的文件名应以 .xlsx 结尾');
  const json = named['--json'];
  const inputs = [scenarios, capabilities].map((path) => resolve(path));
  const outputs = json === undefined ? [out] : [out, json];
  const clash = outputs.find((path) => inputs.includes(resolve(path)));
  if (clash) return wrong(`结果会覆盖清单 ${clash}，请换一个文件名`);
  if (json !== undefined && resolve(json) === resolve(out)) return wrong('--out 和 --json 不能是同一个文件');
  return { kind: 'run', options: { scenarios, capabilities, out, json, top } };
}

function splitOnce(argument: string): [string, string | undefined] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

function wrong(message: string): Asked {
  return { kind: 'wrong', message };
}
