import { syntheticSums } from '../../../../../test/support/builders/synthetic-labels';
import { MATCH_WEIGHTS, type MatchWeights } from '../match-weights';
import { verdictOf } from './calibration-report';
import { holdOut, seededShares } from './hold-out';
import { scoreUnder, type PairSums } from './pair-sums';
import { type CalibrationOrder, type KeptDecision, type KeptFigure, recalibrate } from './recalibrate';

const NOW = new Date('2026-11-22T00:00:00Z');
const TRUTH: MatchWeights = { ...MATCH_WEIGHTS, answers: 2.2, middle: 0.33 };

/** What the machine would have kept of a pair with this evidence. */
function figureOf(sums: PairSums): KeptFigure {
  const { words, answers, broader, sector, tag } = sums;
  const text = words + MATCH_WEIGHTS.answers * answers + MATCH_WEIGHTS.broader * broader;
  const labels = Math.min(1, text / 0.2);
  const raw = {
    SAME_WORD: words, ANSWERS: MATCH_WEIGHTS.answers * answers, BROADER: MATCH_WEIGHTS.broader * broader,
    SECTOR: MATCH_WEIGHTS.sector * sector * labels, TAG: MATCH_WEIGHTS.tag * tag * labels,
  };
  const score = scoreUnder(sums, MATCH_WEIGHTS);
  const whole = Object.values(raw).reduce((sum, part) => sum + part, 0);
  const reasons = Object.entries(raw).map(([kind, part]) => ({ kind: kind as 'TAG', contribution: (part / whole) * score }));
  return { score, reasons, scoreVersion: `${MATCH_WEIGHTS.version}/t1/s1` };
}

function decisions(count: number, truth = TRUTH): KeptDecision[] {
  const next = seededShares(7);
  return syntheticSums(count).map((sums, index) => ({
    ...figureOf(sums),
    scenarioId: `scenario ${index % 40}`,
    approved: next() < scoreUnder(sums, truth),
    reasonCode: 'NEED_NOT_COVERED',
    decidedAt: NOW,
  }));
}

const order = (changes: Partial<CalibrationOrder>): CalibrationOrder => ({
  decisions: [], open: [], present: MATCH_WEIGHTS, now: NOW, least: 200, holdOutShare: 0.3, seed: 1,
  weightsOf: (version) => (version === MATCH_WEIGHTS.version ? MATCH_WEIGHTS : undefined),
  ...changes,
});

describe('a calibration', () => {
  const kept = decisions(2000);
  const { weights, report } = recalibrate(order({ decisions: kept, open: kept.slice(0, 300).map((one) => ({ ...one, band: 'CANDIDATE' })) }));

  it('tells held-out decisions better when people decide otherwise than the present weights', () => {
    expect(verdictOf(report)).toBe('BETTER');
    expect(weights.answers).toBeGreaterThan(1.6);
    expect(report.after.precision).toBeGreaterThanOrEqual(0.75);
  });

  it('speaks for no draft that tells decisions worse, nor by a handful of them', () => {
    expect(verdictOf({ ...report, before: report.after, after: report.before })).toBe('NOT_BETTER');
    expect(verdictOf({ ...report, after: { ...report.after, auc: (report.before.auc ?? 0) - 0.1 } })).toBe('NOT_BETTER');
    expect(verdictOf({ ...report, heldOut: 49 })).toBe('TOO_FEW');
  });

  it('moves nothing but six weights and two thresholds, and says by how much', () => {
    const moved = Object.entries(weights).filter(([name, value]) => value !== MATCH_WEIGHTS[name as 'tag']);
    const told = report.changes.filter(({ from, to }) => from !== to);
    expect(moved.map(([name]) => name).sort()).toEqual(told.map(({ name }) => name).sort());
    expect(report.changes).toHaveLength(8);
    expect(weights.candidateFrom).toBeLessThan(weights.recommendedFrom);
  });

  it('says how many open suggestions would stand in another band', () => {
    const { suggestions, changes } = report.open;
    expect(suggestions).toBe(300);
    expect(changes.map(({ from }) => from)).not.toContain('RECOMMENDED');
    expect(changes.map(({ to }) => to)).toContain('RECOMMENDED');
    expect(changes.reduce((sum, change) => sum + change.suggestions, 0)).toBeLessThan(300);
  });

  it('comes out alike when run again, and the present weights come out of agreeing decisions', () => {
    expect(recalibrate(order({ decisions: kept })).weights).toEqual(weights);
    const agreed = recalibrate(order({ decisions: decisions(2000, MATCH_WEIGHTS) })).weights;
    expect(Math.abs(agreed.answers - MATCH_WEIGHTS.answers)).toBeLessThan(0.2);
  });
});

describe('the decisions a calibration counts', () => {
  const base = decisions(400);
  const countsOf = (changed: KeptDecision[]) => recalibrate(order({ decisions: changed, least: 2 })).report;

  it.each(['FUNDING', 'DUPLICATE', 'TOO_LITTLE_INFORMATION'])('leave out rejections for %s', (reasonCode) => {
    const report = countsOf(base.map((one, index) => (index < 50 ? { ...one, approved: false, reasonCode } : one)));
    expect(report.leftOut.saysNothingOfMatching).toBe(50);
    expect(report.decisions.used).toBe(350);
  });

  it('leave out those made by weights nobody has any more', () => {
    const report = countsOf(base.map((one, index) => (index < 30 ? { ...one, scoreVersion: 'w0/t1/s1' } : one)));
    expect(report.leftOut.madeByUnknownVersion).toBe(30);
  });

  it('halve rejections older than 180 days, not approvals', () => {
    const decidedAt = new Date('2026-05-01T00:00:00Z');
    const report = countsOf(base.map((one) => ({ ...one, decidedAt })));
    expect(report.decisions.aged).toBe(report.decisions.rejected);
    expect(countsOf(base).decisions.aged).toBe(0);
    expect(report.before.logLoss).not.toBe(countsOf(base).before.logLoss);
  });

  it.each([
    ['fewer than asked for', decisions(199), 'TOO_FEW_DECISIONS'],
    ['all alike', base.map((one) => ({ ...one, approved: true })), 'ONE_SIDED_DECISIONS'],
    ['of one scenario only', base.map((one) => ({ ...one, scenarioId: 'one' })), 'ONE_SCENARIO'],
  ])('refuse when they are %s', (_, refused, code) => {
    expect(() => recalibrate(order({ decisions: refused }))).toThrow(expect.objectContaining({ code, status: 422 }));
  });
});

describe('the hold-out', () => {
  it('never has a scenario on both sides, and differs with the seed', () => {
    const pairs = decisions(400);
    const splits = [1, 2, 3].map((seed) => holdOut(pairs, 0.3, seed));
    for (const { fitted, heldOut } of splits) {
      const seen = new Set(fitted.map(({ scenarioId }) => scenarioId));
      expect(heldOut.filter(({ scenarioId }) => seen.has(scenarioId))).toEqual([]);
      expect(new Set(heldOut.map(({ scenarioId }) => scenarioId)).size).toBe(12);
    }
    expect(new Set(splits.map(({ heldOut }) => JSON.stringify(heldOut.map(({ scenarioId }) => scenarioId)))).size).toBe(3);
  });
});
