import type { Measures } from './calibration-report';
import type { ScoredLabel } from './fit-thresholds';

const LEAST_CHANCE = 1e-4;

/** How well the scores told the decisions. */
export function measureLabels(labels: readonly ScoredLabel[], recommendedFrom: number): Measures {
  const recommended = labels.filter(({ score, isCapped }) => score >= recommendedFrom && !isCapped);
  return {
    logLoss: share(labels, ({ score, approved }) => {
      const chance = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, score));
      return -Math.log(approved ? chance : 1 - chance);
    }),
    auc: areaUnderCurve(labels),
    recommended: recommended.length,
    precision: share(recommended, ({ approved }) => (approved ? 1 : 0)),
  };
}

function share(labels: readonly ScoredLabel[], valueOf: (label: ScoredLabel) => number): number | null {
  const mass = labels.reduce((sum, { weight }) => sum + weight, 0);
  return mass > 0 ? labels.reduce((sum, label) => sum + label.weight * valueOf(label), 0) / mass : null;
}

/** The chance that an approved pair scores above a rejected one, equal scores counting half. */
function areaUnderCurve(labels: readonly ScoredLabel[]): number | null {
  const ranked = [...labels].sort((a, b) => a.score - b.score);
  let [below, above, area] = [0, 0, 0];
  for (let i = 0; i < ranked.length; ) {
    let end = i + 1;
    while (ranked[end]?.score === ranked[i]?.score) end += 1;
    const group = ranked.slice(i, end);
    const [yes, no] = [massOf(group, true), massOf(group, false)];
    area += yes * (below + no / 2);
    below += no;
    above += yes;
    i = end;
  }
  return below > 0 && above > 0 ? area / (below * above) : null;
}

const massOf = (labels: readonly ScoredLabel[], approved: boolean): number =>
  labels.reduce((sum, label) => sum + (label.approved === approved ? label.weight : 0), 0);
