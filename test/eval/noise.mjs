const ROUNDS = 2000;
const SEED = 20261122;

/** mulberry32: the same draws in every run, so that figures are the same, too. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The 95 % interval of `statistic` had other scenarios been judged: items are drawn anew, with repetition. */
export function bootstrap(items, statistic) {
  if (items.length === 0) return { low: 0, high: 0 };
  const next = seeded(SEED);
  const drawn = Array.from({ length: ROUNDS }, () => statistic(items.map(() => items[Math.floor(next() * items.length)])));
  drawn.sort((a, b) => a - b);
  return { low: drawn[Math.floor(ROUNDS * 0.025)], high: drawn[Math.ceil(ROUNDS * 0.975) - 1] };
}
