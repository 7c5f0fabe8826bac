/** What a check has looked at and what it found wrong. */
export interface CheckResult {
  check: string;
  /** Where it looked: over HTTP, at the mail server, or in the database because nothing outside shows it. */
  seenThrough: 'http' | 'mail server' | 'database' | 'http and database';
  looked: number;
  figures: Record<string, number>;
  findings: string[];
}

const MOST_SHOWN = 20;

export function checkResult(
  check: string,
  seenThrough: CheckResult['seenThrough'],
  looked: number,
  findings: string[],
  figures: Record<string, number> = {},
): CheckResult {
  return { check, seenThrough, looked, figures, findings };
}

export const shown = (findings: readonly string[]): string[] =>
  findings.length <= MOST_SHOWN ? [...findings] : [...findings.slice(0, MOST_SHOWN), `… and ${findings.length - MOST_SHOWN} more`];
