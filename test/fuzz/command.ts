import { parseArgs } from 'node:util';
import { startTestPostgres } from '../support/postgres';
import { startWholeStack } from '../support/whole-stack';
import { fuzz, type FuzzReport } from './fuzz';

/** `--requests N --seed S`: exit code 0 when nothing was found. The seed is printed first, so that a run can be had again. */
export async function runFuzz(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { requests: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } } });
  const requests = Number(values.requests ?? 5000);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`seed ${seed}, ${requests} requests\n`);
  const postgres = process.env.TEST_PG ? undefined : await startTestPostgres();
  if (postgres) process.env.TEST_PG = postgres.url;
  const stack = await startWholeStack();
  try {
    const report = await fuzz(stack, { requests, seed, say: (line) => void process.stdout.write(`${line}\n`) });
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${linesOf(report).join('\n')}\n`);
    return report.findings.length === 0 ? 0 : 1;
  } finally {
    await stack.stop();
    await postgres?.stop();
  }
}

function linesOf({ sent, tookMs, statuses, routes, asked, unasked, findings }: FuzzReport): string[] {
  const byStatus = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
  return [
    `${sent} requests in ${Math.round(tookMs / 1000)} s over ${asked} of ${routes} routes`,
    byStatus.join('  '),
    ...(unasked.length > 0 ? [`never succeeded: ${unasked.join('  ')}`] : []),
    ...findings.map(({ count, fault, curl }) => `FOUND ${count}×  ${fault}\n  ${curl}`),
    findings.length === 0 ? 'nothing found' : `${findings.length} kinds of finding`,
  ];
}
