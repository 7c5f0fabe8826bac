import { shown } from './findings';
import type { RunReport } from './fault-run';

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

export const findingsOf = (report: RunReport): string[] => report.checks.flatMap(({ findings }) => findings);
const counted = (report: RunReport, word: string): number => findingsOf(report).filter((finding) => finding.startsWith(word)).length;

/** What a person reads at the end of one set's run. */
export function readable(report: RunReport): string {
  const { set, seed, scenarios, kills, killsByVictim, freezes, faults, unexpectedEnds, traffic, mended, troubleMs, quiet, checks } = report;
  const lines = [
    '',
    `== ${set} · seed ${seed}`,
    `${scenarios} scenarios published, ${kills} kills (${listed(killsByVictim)}), ${freezes} freezes, in ${Math.round(troubleMs / 1000)} s`,
    `requests ${traffic.requests}: accepted ${traffic.accepted} writes, unanswered ${traffic.unanswered}, 5xx ${traffic.failed}, conflicts ${traffic.conflicts}`,
    `ended by themselves: ${listed(unexpectedEnds)} · mended by the product: ${listed(mended)}`,
    `faults: ${Object.entries(faults).map(([name, { done, missed }]) => `${name} ${done}${missed ? ` (missed ${missed})` : ''}`).join(' · ')}`,
    quiet.quiet ? `quiet after ${Math.round(quiet.tookMs / 1000)} s` : `NOT quiet after ${Math.round(quiet.tookMs / 1000)} s: ${JSON.stringify(quiet.last)}`,
  ];
  for (const { check, seenThrough, looked, figures, findings } of checks) {
    const numbers = Object.keys(figures).length > 0 ? ` (${Object.entries(figures).map(([name, value]) => `${name} ${value}`).join(', ')})` : '';
    lines.push(`${findings.length === 0 ? 'ok ' : 'BAD'} ${check}: ${looked} looked at through ${seenThrough}${numbers}`);
    for (const finding of shown(findings)) lines.push(`      ${finding}`);
  }
  const findings = findingsOf(report).length;
  lines.push(`${counted(report, 'lost')} lost, ${counted(report, 'doubled')} doubled, ${findings} findings${findings > 0 ? `; logs in ${report.folder}` : ''}`);
  return lines.join('\n');
}
