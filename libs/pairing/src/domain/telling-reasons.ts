import type { MatchReason, ReasonKind } from '@mantianxing/contracts';

/** Reasons that hold for many pairs alike: true, but nobody is convinced by them first. */
const GENERAL: ReadonlySet<ReasonKind> = new Set<ReasonKind>(['SECTOR', 'TAG', 'GENERAL_USE', 'LOCAL', 'SIZE', 'EMBEDDING']);

/** Who covers what first, then what is telling. */
const placeOf = (kind: ReasonKind): number => (kind === 'CONSORTIUM' ? 0 : GENERAL.has(kind) ? 2 : 1);

/** What speaks for a pair, in sentences without figures: telling and weighty reasons first, each once. */
export function tellingReasons(reasons: readonly MatchReason[]): string[] {
  const sentences = reasons
    .filter(({ kind, contribution }) => contribution > 0 || kind === 'CONSORTIUM')
    .sort((a, b) => placeOf(a.kind) - placeOf(b.kind) || b.contribution - a.contribution)
    .map(({ sentence }) => sentence);
  return [...new Set(sentences)];
}
