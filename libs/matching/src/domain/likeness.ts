/**
 * What an embedder says of one scenario beside capabilities: cosines by capability id. A capability that is not
 * there is scored without the feature.
 */
export interface Likeness {
  space: string;
  cosines: ReadonlyMap<string, number>;
}

/**
 * Priors, not fitted: no labelled run with an embedder stands behind them. `weight` is the most that likeness adds to
 * the raw sum (a shared sector adds 0.165); by itself that stays below what is shown at all. Up to `from` every two
 * texts of the field are alike.
 */
export const LIKENESS_WEIGHTS = { version: 'e1', weight: 0.09, from: 0.5 } as const;

/** Cosine → 0..1, never falling; 0 up to `from`. */
export function likenessShare(cosine: number): number {
  const { from } = LIKENESS_WEIGHTS;
  return Math.min(1, Math.max(0, (cosine - from) / (1 - from)));
}

/** Of two vectors of length 1; undefined where they do not compare. */
export function cosineOf(one: Float32Array, other: Float32Array): number | undefined {
  if (one.length !== other.length || one.length === 0) return undefined;
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] as number) * (other[i] as number);
  return sum;
}

/** Made length 1; undefined where it has no direction. */
export function unitVector(values: readonly number[]): Float32Array | undefined {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(length) || length === 0) return undefined;
  return Float32Array.from(values, (value) => value / length);
}
