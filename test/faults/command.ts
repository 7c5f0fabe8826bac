import { faultRun, type RunReport } from './fault-run';
import { readOptions } from './options';
import { findingsOf, readable } from './report';
import { absenceOf } from './stack';

/** `npm run faults`: answers the exit code, 0 when nothing was lost, doubled or stuck. */
export async function runFaults(args: string[]): Promise<number> {
  const options = readOptions(args);
  const began = Date.now();
  const say = (line: string) => process.stderr.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${line}\n`);
  const reports: RunReport[] = [];
  const skipped: Record<string, string> = {};
  for (const set of options.sets) {
    const absence = absenceOf(set);
    if (absence) {
      skipped[set] = absence;
      say(`${set}: skipped: ${absence}`);
      continue;
    }
    const report = await faultRun({ ...options, set, say });
    reports.push(report);
    if (!options.json) process.stdout.write(`${readable(report)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ seed: options.seed, reports, skipped }, null, 2)}\n`);
  return reports.length > 0 && reports.every((report) => findingsOf(report).length === 0) ? 0 : 1;
}
