import { plain } from './cell-text';
import type { ColumnRule } from './column-rule';

/** One heading as found: the words in the lowest header row, and those of the groups above joined with it. */
export interface Heading {
  /** Column number, from 1. */
  column: number;
  leaf: string;
  full: string;
}

/** What one column was taken for, and why. */
export interface ColumnMatch<Field extends string> {
  column: number;
  heading: string;
  field: Field | null;
  /** 0..100: 100 the very word, 60 just enough. */
  score: number;
  /** Filled where a person should look: two readings, or a column left aside. */
  note: string;
}

interface Claim<Field extends string> {
  rule: ColumnRule<Field>;
  heading: Heading;
  score: number;
}

const ENOUGH = 60;
/** A column pushed from its best field may take another only if that fits nearly as well. */
const CLOSE = 15;

/** Takes each heading for the field it fits best; one column a field, unless the field gathers several. */
export function recogniseColumns<Field extends string>(
  headings: Heading[],
  rules: ColumnRule<Field>[],
): ColumnMatch<Field>[] {
  const claims = headings.flatMap((heading) => {
    const words = readHeading(heading);
    return rules.map((rule) => ({ rule, heading, score: score(words, rule) })).filter((c) => c.score >= ENOUGH);
  });
  claims.sort((a, b) => b.score - a.score || a.heading.column - b.heading.column);
  const best = new Map<number, number>();
  for (const claim of claims) {
    const column = claim.heading.column;
    if (!best.has(column)) best.set(column, claim.score);
  }
  const byColumn = new Map<number, Claim<Field>>();
  const byField = new Map<Field, Claim<Field>>();
  for (const claim of claims) {
    const column = claim.heading.column;
    const held = byField.has(claim.rule.field) && !claim.rule.many;
    if (byColumn.has(column) || held || claim.score < (best.get(column) ?? 0) - CLOSE) continue;
    byColumn.set(column, claim);
    byField.set(claim.rule.field, claim);
  }
  return headings.map((heading) => report(heading, byColumn.get(heading.column), claims, byField));
}

function report<Field extends string>(
  heading: Heading,
  taken: Claim<Field> | undefined,
  claims: Claim<Field>[],
  byField: Map<Field, Claim<Field>>,
): ColumnMatch<Field> {
  const own = claims.filter((claim) => claim.heading.column === heading.column);
  const shown = { column: heading.column, heading: heading.full };
  if (!taken) {
    const rival = own[0] && byField.get(own[0].rule.field);
    const note = rival ? `也像“${own[0].rule.label}”，已取“${rival.heading.full}”一列` : '';
    return { ...shown, field: null, score: 0, note };
  }
  const other = own.find((claim) => claim.rule.field !== taken.rule.field);
  const doubtful = other && taken.score < 95 && taken.score - other.score <= 5;
  const note = doubtful ? `也像“${other.rule.label}”，请核对` : '';
  return { ...shown, field: taken.rule.field, score: Math.round(taken.score), note };
}

/** How well a heading fits a field, 0..100. */
export function scoreHeading<Field extends string>(heading: Heading, rule: ColumnRule<Field>): number {
  return score(readHeading(heading), rule);
}

interface HeadingWords {
  whole: string;
  leafWhole: string;
  leaf: string;
  full: string;
}

function readHeading({ leaf, full }: Heading): HeadingWords {
  return { whole: plain(full), leafWhole: plain(leaf), leaf: bare(leaf), full: bare(full) };
}

function score<Field extends string>({ whole, leafWhole, leaf, full }: HeadingWords, rule: ColumnRule<Field>): number {
  if (!whole || rule.not?.test(whole)) return 0;
  if (rule.keys?.includes(whole.replace(/_/g, ''))) return 100;
  if (rule.names.includes(leaf) || rule.names.includes(leafWhole)) return leaf.length > 2 ? 100 : 90;
  if (rule.names.includes(full)) return 97;
  const group = rule.inGroup;
  if (group && group.leaf.test(leaf) && group.group.test(whole.slice(0, whole.length - leaf.length))) return 98;
  return Math.max(within(leaf, rule.names, 50), within(full, rule.names, 40), within(whole, rule.names, 40));
}

/** Part credit for a name inside a longer heading; Chinese puts the head noun last. */
function within(text: string, names: string[], floor: number): number {
  let best = 0;
  for (const name of names) {
    if (name.length < 2 || name.length >= text.length || !text.includes(name)) continue;
    const score = floor + (40 * name.length) / text.length + (text.endsWith(name) ? 5 : 0);
    best = Math.max(best, score);
  }
  return best;
}

/** Without width, blanks, numbering, brackets with units or hints, and the star of required columns. */
function bare(heading: string): string {
  return plain(heading)
    .replace(/[(（【[][^)）】\]]*[)）】\]]/g, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、]/, '')
    .replace(/[/／]?(?:单位[:：])?(?:亿元|万元|元)$/, '')
    .replace(/[*＊:：?？。]/g, '');
}
