import type { SuggestionRowView } from '@mantianxing/contracts';
import type { GroupBy } from './address';

export interface Group {
  key: string;
  label: string;
  rows: SuggestionRowView[];
}
export type QueueItem = { kind: 'head'; group: Group } | { kind: 'row'; row: SuggestionRowView };

/** Groups stand in the order in which their first row came; rows keep the server's order inside. */
export function groupRows(rows: readonly SuggestionRowView[], by: GroupBy): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = by === 'scenario' ? row.scenarioId : row.firmId;
    const group = groups.get(key) ?? {
      key,
      label: by === 'scenario' ? row.scenarioTitle : row.firmName,
      rows: [],
    };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The rows as they stand on the screen. */
export const inOrder = (rows: readonly SuggestionRowView[], by: GroupBy): SuggestionRowView[] =>
  groupRows(rows, by).flatMap((group) => group.rows);

export const itemsOf = (rows: readonly SuggestionRowView[], by: GroupBy): QueueItem[] =>
  groupRows(rows, by).flatMap((group): QueueItem[] => [
    { kind: 'head', group },
    ...group.rows.map((row): QueueItem => ({ kind: 'row', row })),
  ]);

/** Fewer items than this are simply all drawn. */
export const WINDOW_FROM = 200;
const MARGIN_ITEMS = 12;

/** Which items to draw, and the heights (pixels) that stand for the others. */
export interface Window {
  from: number;
  to: number;
  before: number;
  after: number;
}

/** `tops[i]` is the upper edge of item i; the last entry is the height of all. */
export function topsOf(items: readonly QueueItem[], headHeight: number, rowHeight: number): number[] {
  const tops = [0];
  for (const item of items) tops.push(tops.at(-1)! + (item.kind === 'head' ? headHeight : rowHeight));
  return tops;
}

export function windowOf(tops: readonly number[], scrollTop: number, height: number): Window {
  const count = tops.length - 1;
  const total = tops[count]!;
  if (count <= WINDOW_FROM) return { from: 0, to: count, before: 0, after: 0 };
  const from = Math.max(0, itemAt(tops, scrollTop) - MARGIN_ITEMS);
  const to = Math.min(count, itemAt(tops, scrollTop + height) + 1 + MARGIN_ITEMS);
  return { from, to, before: tops[from]!, after: total - tops[to]! };
}

/** The last item whose upper edge lies at or above `y`. */
function itemAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Where to scroll so that the item is seen whole, or null when it already is. `cover` is hidden by a sticky head. */
export function scrollFor(
  top: number,
  bottom: number,
  scrollTop: number,
  height: number,
  cover: number,
): number | null {
  if (top - cover < scrollTop) return Math.max(0, top - cover);
  return bottom > scrollTop + height ? bottom - height : null;
}
