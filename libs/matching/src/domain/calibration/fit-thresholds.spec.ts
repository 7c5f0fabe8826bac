import { fitThresholds, type ScoredLabel } from './fit-thresholds';
import { measureLabels } from './measure-labels';

const PRESENT = { recommendedFrom: 0.7, candidateFrom: 0.45 };
const label = (score: number, approved: boolean, isCapped = false): ScoredLabel => ({ score, approved, weight: 1, isCapped });
/** Approved from `from` upwards, rejected below, `count` scores between 0 and 1. */
const cutAt = (from: number, count: number): ScoredLabel[] =>
  Array.from({ length: count }, (_, index) => label(index / count, index / count >= from));

describe('thresholds', () => {
  it('stay with no labels, and nearly so with few', () => {
    expect(fitThresholds([], PRESENT)).toEqual(PRESENT);
    expect(fitThresholds(cutAt(0.9, 19), PRESENT)).toEqual(PRESENT);
    expect(fitThresholds(cutAt(0.95, 40), PRESENT).recommendedFrom).toBeCloseTo(0.7, 1);
  });

  it('follow many labels to where 推荐 is right 8 times in 10 and 候选 every other time', () => {
    const { recommendedFrom, candidateFrom } = fitThresholds(cutAt(0.9, 20_000), PRESENT);
    expect(recommendedFrom).toBeCloseTo(0.875, 2);
    expect(candidateFrom).toBeCloseTo(0.8, 2);
  });

  it('rise when no threshold is right often enough, within their range', () => {
    const hopeless = Array.from({ length: 20_000 }, (_, index) => label(index / 20_000, index % 10 < 3));
    const { recommendedFrom, candidateFrom } = fitThresholds(hopeless, PRESENT);
    expect(recommendedFrom).toBeGreaterThan(0.9);
    expect(recommendedFrom).toBeLessThanOrEqual(0.95);
    expect(candidateFrom).toBeLessThan(recommendedFrom);
  });

  it('judge 推荐 by pairs that could be 推荐', () => {
    const capped = Array.from({ length: 5000 }, () => label(0.99, false, true));
    expect(fitThresholds([...cutAt(0.5, 5000), ...capped], PRESENT).recommendedFrom).toBe(fitThresholds(cutAt(0.5, 5000), PRESENT).recommendedFrom);
  });
});

describe('measures', () => {
  it('tell a perfect order, a reversed one and one by chance', () => {
    const aucOf = (labels: ScoredLabel[]) => measureLabels(labels, 0.7).auc;
    expect(aucOf([label(0.9, true), label(0.8, true), label(0.1, false)])).toBe(1);
    expect(aucOf([label(0.9, false), label(0.1, true)])).toBe(0);
    expect(aucOf([label(0.5, false), label(0.5, true)])).toBe(0.5);
    expect(aucOf([label(0.5, true)])).toBeNull();
  });

  it('count 推荐 from the threshold on, capped pairs not', () => {
    const found = measureLabels([label(0.7, true), label(0.8, false), label(0.9, true, true), label(0.69, true)], 0.7);
    expect(found).toMatchObject({ recommended: 2, precision: 0.5 });
    expect(measureLabels([], 0.7)).toEqual({ logLoss: null, auc: null, recommended: 0, precision: null });
  });

  it('weigh a label by its age', () => {
    const [yes, no] = [label(0.8, true), { ...label(0.8, false), weight: 0.5 }];
    expect(measureLabels([yes, no], 0.7).precision).toBeCloseTo(2 / 3, 12);
    expect(measureLabels([yes, no], 0.7).logLoss).toBeCloseTo((-Math.log(0.8) - 0.5 * Math.log(0.2)) / 1.5, 12);
  });
});
