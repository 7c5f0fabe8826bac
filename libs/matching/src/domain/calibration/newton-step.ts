/**
 * The move that would bring the slope to 0: −curve⁻¹ · slope over the weights that are not `isHeld`, 0 for those.
 * `curve` is symmetric and positive: the prior sees to that.
 */
export function minusSlope(slope: readonly number[], curve: readonly (readonly number[])[], isHeld: (k: number) => boolean): number[] {
  const free = slope.map((_, k) => k).filter((k) => !isHeld(k));
  const rows = free.map((k) => [...free.map((l) => at(curve[k], l)), -at(slope, k)]);
  eliminate(rows);
  const move = slope.map(() => 0);
  for (let i = free.length - 1; i >= 0; i -= 1) {
    const known = free.slice(i + 1).reduce((sum, k, offset) => sum + at(rows[i], i + 1 + offset) * at(move, k), 0);
    move[at(free, i)] = (at(rows[i], free.length) - known) / at(rows[i], i);
  }
  return move;
}

function eliminate(rows: number[][]): void {
  rows.forEach((pivot, i) => {
    for (const row of rows.slice(i + 1)) {
      const share = at(row, i) / at(pivot, i);
      pivot.forEach((value, column) => (row[column] = at(row, column) - share * value));
    }
  });
}

const at = (row: readonly number[] | undefined, index: number): number => row?.[index] ?? 0;
