import { PART_SETS, type PartSet } from './stack';

export interface FaultOptions {
  /** Ends the trouble at the latest after so many minutes, whatever has been reached. */
  minutes: number;
  scenarios: number;
  /** The trouble goes on until so many processes were killed and all scenarios are published. */
  kills: number;
  sets: PartSet[];
  seed: number;
  json: boolean;
  /** Leaves out the faults that take half a minute and more. */
  short: boolean;
  keep: boolean;
}

const USAGE = `npm run faults -- [--minutes N] [--scenarios N] [--kills N] [--parts postgres|redis|redis+meilisearch|all] [--seed S]
               [--short] [--keep] [--json]`;

export function readOptions(args: string[]): FaultOptions {
  const options: FaultOptions = {
    ...{ minutes: 30, scenarios: 50, kills: 20, sets: [...PART_SETS], json: false, short: false, keep: false },
    seed: Math.floor(Math.random() * 2 ** 31),
  };
  const rest = [...args];
  for (let flag = rest.shift(); flag; flag = rest.shift()) {
    if (flag === '--json') options.json = true;
    else if (flag === '--short') options.short = true;
    else if (flag === '--keep') options.keep = true;
    else if (flag === '--parts') options.sets = setsOf(rest.shift());
    else if (['--minutes', '--scenarios', '--kills', '--seed'].includes(flag)) {
      options[flag.slice(2) as 'minutes' | 'scenarios' | 'kills' | 'seed'] = numberOf(flag, rest.shift());
    } else throw new Error(`unknown argument ${flag}\n${USAGE}`);
  }
  return options;
}

function numberOf(flag: string, value: string | undefined): number {
  const number = Number(value);
  if (value === undefined || !Number.isFinite(number) || number < 0) throw new Error(`${flag} needs a number\n${USAGE}`);
  return number;
}

function setsOf(value: string | undefined): PartSet[] {
  if (value === 'all') return [...PART_SETS];
  const set = PART_SETS.find((one) => one === value);
  if (!set) throw new Error(`--parts knows ${PART_SETS.join(', ')} and all\n${USAGE}`);
  return [set];
}
