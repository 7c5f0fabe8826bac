const WAN = 1_000_000;
const YI = 10_000_000_000;

/** 80万～120万元, 不超过50万元, 1.2亿元; empty where nothing is known. */
export function money(minFen: number | null, maxFen: number | null): string {
  if (minFen === null && maxFen === null) return '';
  if (minFen === null) return `不超过${one(maxFen as number)}元`;
  if (maxFen === null) return `${one(minFen)}元以上`;
  return minFen === maxFen ? `${one(minFen)}元` : `${one(minFen)}～${one(maxFen)}元`;
}

function one(fen: number): string {
  const [unit, name] = fen >= YI ? [YI, '亿'] : [WAN, '万'];
  return `${Math.round((fen / unit) * 100) / 100}${name}`;
}
