const YUAN_10K = 1_000_000; // fen in 1万元
const YUAN_100M = 10_000_000_000; // fen in 1亿元

/** Amount in 万 or, from 10,000万元 on, in 亿; at most two decimals (PORTAL.md section 1, figures). */
function amount(fen: number): string {
  const [unit, word] = fen >= YUAN_100M ? [YUAN_100M, '亿'] : [YUAN_10K, '万'];
  return `${Number((fen / unit).toFixed(2))}${word}`;
}

/** `80万～120万元`; empty when nothing is stated. Both ends in fen. */
export function fundingBand(minFen: number | null, maxFen: number | null): string {
  if (minFen !== null && maxFen !== null) {
    return minFen === maxFen ? `${amount(minFen)}元` : `${amount(minFen)}～${amount(maxFen)}元`;
  }
  if (maxFen !== null) return `${amount(maxFen)}元以内`;
  return minFen !== null ? `${amount(minFen)}元以上` : '';
}
