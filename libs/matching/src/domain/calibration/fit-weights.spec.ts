import { syntheticLabels } from '../../../../../test/support/builders/synthetic-labels';
import { MATCH_WEIGHTS } from '../match-weights';
import { fitWeights } from './fit-weights';
import { REFIT, type RefitWeights } from './refit-weights';

const PRIOR: RefitWeights = MATCH_WEIGHTS;
const pick = (weights: RefitWeights) => REFIT.map((name) => weights[name]);
const shareOf = (name: (typeof REFIT)[number], weights: RefitWeights) => weights[name] / PRIOR[name];

describe('weights refitted on decisions', () => {
  it('stay where they are without any decision', () => {
    expect(pick(fitWeights([], PRIOR))).toEqual(pick(PRIOR));
  });

  it('stay near where they are when people decide as the scores say', () => {
    const fitted = fitWeights(syntheticLabels(3000, PRIOR), PRIOR);
    for (const name of REFIT) expect(Math.abs(shareOf(name, fitted) - 1)).toBeLessThan(0.15);
  });

  it.each([
    ['answers', 1.8],
    ['answers', 0.4],
    ['tag', 2.2],
    ['sector', 0.2],
    ['middle', 1.2],
  ] as const)('find that people weigh %s %f times as much', (name, factor) => {
    const fitted = fitWeights(syntheticLabels(8000, { ...PRIOR, [name]: PRIOR[name] * factor }), PRIOR);
    expect(Math.abs(shareOf(name, fitted) - factor)).toBeLessThan(0.2 * Math.max(1, factor));
    for (const other of REFIT.filter((one) => one !== name)) expect(Math.abs(shareOf(other, fitted) - 1)).toBeLessThan(0.2);
  });

  it('let a criterion fall silent, but never count against a pair', () => {
    const labels = syntheticLabels(4000, PRIOR).map((label) => ({ ...label, approved: label.sums.sector === 0 && label.approved }));
    const fitted = fitWeights(labels, PRIOR);
    expect(fitted.sector).toBe(0);
    for (const name of REFIT) expect(fitted[name]).toBeGreaterThanOrEqual(0);
  });

  it('hold on to the present values the more firmly the fewer decisions there are', () => {
    const truth = { ...PRIOR, answers: PRIOR.answers * 2 };
    const found = [30, 300, 3000].map((count) => shareOf('answers', fitWeights(syntheticLabels(count, truth), PRIOR)));
    expect(found[0]).toBeLessThan(found[1] as number);
    expect(found[1]).toBeLessThan(found[2] as number);
    expect(Math.abs((found[0] as number) - 1)).toBeLessThan(0.25);
  });

  it('count half a label half', () => {
    const labels = syntheticLabels(400, { ...PRIOR, answers: PRIOR.answers * 2 });
    const halves = [...labels, ...labels].map((label) => ({ ...label, weight: 0.5 }));
    const [once, twice] = [fitWeights(labels, PRIOR), fitWeights(halves, PRIOR)];
    for (const name of REFIT) expect(twice[name]).toBeCloseTo(once[name], 6);
  });
});
