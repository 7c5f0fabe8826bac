import type { Mark, MatchReason, ReasonKind } from '@mantianxing/contracts';

/** How a marked word looks: a numbered reason, 未覆盖 (dotted), or 不计入 (struck through). */
export type MarkLook = 'reason' | 'missing' | 'excluded';

/** A stretch of one field. `number` is the reason's number, the same in both texts. */
export interface Spot {
  start: number;
  end: number;
  look: MarkLook;
  number: number | null;
}

/** A piece of text under the same spots throughout; `ends` are the numbers to print after it. */
export interface Segment {
  text: string;
  spots: Spot[];
  ends: number[];
}

export interface NumberedReason {
  reason: MatchReason;
  /** 1, 2, 3 … for reasons with words in the texts, null for the others. */
  number: number | null;
  /** Points of the score; all together make the score. */
  points: number;
}

const UNNUMBERED: readonly ReasonKind[] = ['MISSING', 'EXCLUDED', 'RULE', 'TO_VERIFY'];

export function numberReasons(reasons: readonly MatchReason[], score: number): NumberedReason[] {
  const points = pointsOf(
    reasons.map((reason) => reason.contribution),
    score,
  );
  let number = 0;
  return reasons.map((reason, index) => {
    const hasWords = reason.scenarioMarks.length + reason.capabilityMarks.length > 0;
    const isNumbered = hasWords && !UNNUMBERED.includes(reason.kind);
    return { reason, points: points[index]!, number: isNumbered ? ++number : null };
  });
}

/** Whole points that sum to `score`: the largest remainders are rounded up. */
export function pointsOf(contributions: readonly number[], score: number): number[] {
  const exact = contributions.map((share) => share * 100);
  const points = exact.map(Math.floor);
  const short = score - points.reduce((sum, value) => sum + value, 0);
  if (short < 0 || short > points.length) return exact.map(Math.round);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, short)) points[index]! += 1;
  return points;
}

const lookOf = (kind: ReasonKind): MarkLook =>
  kind === 'MISSING' ? 'missing' : kind === 'EXCLUDED' ? 'excluded' : 'reason';

/** The spots of one field of one side (of `owner`, where several capabilities stand there), wrong offsets put right where the words can be found. */
export function spotsOf(
  reasons: readonly NumberedReason[],
  side: 'scenarioMarks' | 'capabilityMarks',
  field: string,
  text: string,
  owner?: string,
): Spot[] {
  return reasons.flatMap(({ reason, number }) =>
    reason[side]
      .filter((mark) => mark.field === field && (!owner || !mark.capabilityId || mark.capabilityId === owner))
      .flatMap((mark) => place(mark, text))
      .map((range) => ({ ...range, number, look: lookOf(reason.kind) })),
  );
}

/** The entry may have been revised since it was matched: then the words count, not the offsets. */
function place(mark: Mark, text: string): { start: number; end: number }[] {
  if (mark.text === '') return [];
  if (text.slice(mark.start, mark.end) === mark.text) return [{ start: mark.start, end: mark.end }];
  const start = text.indexOf(mark.text);
  return start < 0 ? [] : [{ start, end: start + mark.text.length }];
}

/** Cuts a text at every edge of a spot; overlapping spots share the pieces between. */
export function segmentsOf(text: string, spots: readonly Spot[]): Segment[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of spots) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    const here = spots.filter((spot) => spot.start <= from && spot.end >= to);
    const ends = here.filter((spot) => spot.end === to && spot.number !== null).map((spot) => spot.number!);
    segments.push({
      text: text.slice(from, to),
      spots: here,
      ends: [...new Set(ends)].sort((a, b) => a - b),
    });
  }
  return segments;
}

/** ① … ㊿, the form in which numbers stand beside words. */
export function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21);
  return number <= 50 ? String.fromCodePoint(0x32b1 + number - 36) : `(${number})`;
}
