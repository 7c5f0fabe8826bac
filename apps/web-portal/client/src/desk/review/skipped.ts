import type { SuggestionRowView } from '@mantianxing/contracts';

/** Skipped pairs, by id: they stay away until tomorrow or until the pair changes. Kept in this browser. */
type Skipped = Record<string, { version: number; until: number }>;
const KEY = 'skipped-suggestions';

function stored(): Skipped {
  try {
    return JSON.parse(window.localStorage.getItem(KEY) ?? '{}') as Skipped;
  } catch {
    return {};
  }
}
const keep = (skipped: Skipped) => window.localStorage.setItem(KEY, JSON.stringify(skipped));

/** The next midnight of the computer, in milliseconds. */
function tomorrow(): number {
  const day = new Date();
  day.setHours(24, 0, 0, 0);
  return day.getTime();
}

export function rememberSkipped(rows: readonly SuggestionRowView[]): void {
  const until = tomorrow();
  keep({ ...stored(), ...Object.fromEntries(rows.map((row) => [row.id, { version: row.version, until }])) });
}

export function forgetSkipped(ids?: readonly string[]): void {
  const left = ids ? stored() : {};
  for (const id of ids ?? []) delete left[id];
  keep(left);
}

/** Splits off what is still skipped; runs-out entries are dropped on the way. */
export function withoutSkipped(rows: readonly SuggestionRowView[]): {
  shown: SuggestionRowView[];
  skipped: number;
} {
  const now = Date.now();
  const live = Object.fromEntries(Object.entries(stored()).filter(([, entry]) => entry.until > now));
  keep(live);
  const shown = rows.filter((row) => live[row.id]?.version !== row.version);
  return { shown, skipped: rows.length - shown.length };
}
