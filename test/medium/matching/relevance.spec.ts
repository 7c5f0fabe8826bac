import { join } from 'node:path';
import * as matching from '@mantianxing/matching';
import * as lists from '../../../apps/local-stack/src/seed/lists';
import { compare, type Comparison, judgedSet, measureMatcher, readFigures, SAMPLE, setsBeside } from '../../eval/relevance.mjs';
import { describeWith } from '../../support/servers';

const ROOT = join(__dirname, '../../..');
const figures = readFigures(join(ROOT, 'test/eval/figures.json'));

/** Measures the matcher as the sources stand and lays it beside what was accepted. */
function sinceAccepted(name: string, folder: string): Comparison & { withoutSupplyRecommended: number } {
  const now = measureMatcher(matching, judgedSet(folder, lists));
  const before = figures.sets[name];
  if (!before) throw new Error(`test/eval/figures.json has no figures of ${name}: npm run eval -- --accept`);
  return { ...compare(before, now), withoutSupplyRecommended: now.withoutSupplyRecommended };
}

function keepsItsRelevance(name: string, folder: string): void {
  let result: ReturnType<typeof sinceAccepted>;
  beforeAll(() => {
    result = sinceAccepted(name, folder);
  });

  it('loses no more than 0.01 of nDCG@10 against the accepted figure', () => {
    expect(result.compared).toBeGreaterThan(0);
    expect(result.hasFallen ? result.sentence : '').toBe('');
  });

  it('recommends nothing for a scenario without supply', () => expect(result.withoutSupplyRecommended).toBe(0));
}

describe('matching on the project’s own judged sample', () => keepsItsRelevance(SAMPLE, SAMPLE));

describeWith.labelledSets('matching on the labelled sets beside this clone', setsBeside(ROOT), (name, folder) => {
  describe(name, () => keepsItsRelevance(name, folder));
});

describe('laying figures beside the accepted ones', () => {
  const now = (...values: [string, number][]) => ({ each: values.map(([scenarioId, nDCG10]) => ({ scenarioId, isSupplied: true, nDCG10 })) });

  it('sees a fall of more than 0.01, and names what fell', () => {
    const result = compare({ each: { S1: 0.9, S2: 0.5 } }, now(['S1', 0.87], ['S2', 0.5]));
    expect(result).toMatchObject({ hasFallen: true, compared: 2 });
    expect(result.sentence).toContain('S1 0.900 → 0.870');
  });

  it('lets a smaller fall pass', () => expect(compare({ each: { S1: 0.9, S2: 0.5 } }, now(['S1', 0.885], ['S2', 0.5])).hasFallen).toBe(false));

  it('compares only scenarios judged both times, so that further labels change nothing', () => {
    const result = compare({ each: { S1: 0.9, S2: 0.5 } }, now(['S1', 0.9], ['S3', 0]));
    expect(result).toMatchObject({ hasFallen: false, compared: 1 });
  });
});
