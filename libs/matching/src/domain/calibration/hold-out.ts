/** Splits by scenario: pairs of one scenario share its words, so the same one on both sides would flatter the fit. */
export function holdOut<Pair extends { scenarioId: string }>(
  pairs: readonly Pair[],
  share: number,
  seed: number,
): { fitted: Pair[]; heldOut: Pair[] } {
  const scenarios = shuffled([...new Set(pairs.map(({ scenarioId }) => scenarioId))].sort(), seed);
  const count = Math.min(scenarios.length - 1, Math.max(1, Math.round(scenarios.length * share)));
  const out = new Set(scenarios.slice(0, Math.max(0, count)));
  return {
    fitted: pairs.filter(({ scenarioId }) => !out.has(scenarioId)),
    heldOut: pairs.filter(({ scenarioId }) => out.has(scenarioId)),
  };
}

function shuffled(names: string[], seed: number): string[] {
  const next = seededShares(seed);
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [names[last], names[other]] = [names[other] as string, names[last] as string];
  }
  return names;
}

/** Mulberry32: shares in 0..1, the same for the same seed on every machine. */
export function seededShares(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
