import type { Mark, MatchReason } from '@mantianxing/contracts';
import { circled, numberReasons, pointsOf, segmentsOf, spotsOf, type Spot } from './marks';

const text = '及时发现火灾隐患与违规停放';
const mark = (word: string, field = 'need'): Mark => {
  const start = text.indexOf(word);
  return { field, start, end: start + word.length, text: word };
};
const reason = (over: Partial<MatchReason>): MatchReason => ({
  kind: 'ANSWERS',
  contribution: 0.3,
  sentence: '',
  scenarioMarks: [],
  capabilityMarks: [],
  ...over,
});
const spot = (word: string, number: number | null = 1): Spot => ({ ...mark(word), look: 'reason', number });
const shown = (spots: Spot[]) =>
  segmentsOf(text, spots).map((s) => `${s.text}${s.ends.map(circled).join('')}`);

describe('numbers of reasons', () => {
  it('go to reasons with words only, in the order given', () => {
    const numbered = numberReasons(
      [
        reason({ scenarioMarks: [mark('火灾隐患')] }),
        reason({ kind: 'SECTOR' }),
        reason({ kind: 'MISSING', contribution: 0, scenarioMarks: [mark('违规停放')] }),
        reason({ scenarioMarks: [mark('发现')] }),
      ],
      90,
    );
    expect(numbered.map((r) => r.number)).toEqual([1, null, null, 2]);
  });
  it('have points that sum to the score', () => {
    expect(pointsOf([0.344, 0.263, 0.213], 82)).toEqual([35, 26, 21]);
    expect(pointsOf([0.333, 0.333, 0.334], 100)).toEqual([33, 33, 34]);
    expect(pointsOf([0.5, 0.5], 61)).toEqual([50, 50]);
  });
});

describe('marked words', () => {
  it('of a consortium stand in the text of the member they belong to', () => {
    const reasons = numberReasons(
      [
        reason({ capabilityMarks: [{ ...mark('火灾隐患'), capabilityId: 'a' }] }),
        reason({ capabilityMarks: [{ ...mark('火灾隐患'), capabilityId: 'b' }] }),
      ],
      60,
    );
    const numbersIn = (owner?: string) =>
      spotsOf(reasons, 'capabilityMarks', 'need', text, owner).map((s) => s.number);
    expect([numbersIn('a'), numbersIn('b'), numbersIn()]).toEqual([[1], [2], [1, 2]]);
  });
  it('leave the text verbatim', () => {
    const pieces = segmentsOf(text, [spot('发现火灾', 1), spot('火灾隐患', 2), spot('违规停放', null)]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
  it('overlap with both numbers on the shared piece', () => {
    const pieces = segmentsOf(text, [spot('发现火灾', 1), spot('火灾隐患', 2)]);
    const shared = pieces.find((piece) => piece.text === '火灾');
    expect(shared?.spots.map((s) => s.number)).toEqual([1, 2]);
    expect(shown([spot('发现火灾', 1), spot('火灾隐患', 2)])).toEqual([
      '及时',
      '发现',
      '火灾①',
      '隐患②',
      '与违规停放',
    ]);
  });
  it('print one number each when two reasons rest on the same words', () => {
    expect(shown([spot('火灾隐患', 2), spot('火灾隐患', 1), spot('火灾隐患', 2)])).toContain('火灾隐患①②');
  });
  it('lie inside one another', () => {
    expect(shown([spot('火灾隐患', 1), spot('隐患', 2)])).toEqual([
      '及时发现',
      '火灾',
      '隐患①②',
      '与违规停放',
    ]);
  });
  it('are looked for when the offsets belong to an older wording, and dropped when the words are gone', () => {
    const moved: Mark = { field: 'need', start: 0, end: 4, text: '火灾隐患' };
    const gone: Mark = { field: 'need', start: 0, end: 2, text: '停车' };
    const numbered = numberReasons([reason({ scenarioMarks: [moved, gone, mark('发现', 'inScope')] })], 30);
    expect(spotsOf(numbered, 'scenarioMarks', 'need', text)).toEqual([
      { start: 4, end: 8, number: 1, look: 'reason' },
    ]);
  });
  it('keep surrogate pairs whole when offsets count UTF-16 units', () => {
    const emoji = '🔥火灾隐患';
    const pieces = segmentsOf(emoji, [{ start: 2, end: 6, look: 'reason', number: 1 }]);
    expect(pieces.map((piece) => piece.text)).toEqual(['🔥', '火灾隐患']);
  });
  it('need nothing of an empty text', () => expect(segmentsOf('', [])).toEqual([]));
});

it('numbers beyond twenty keep their ring', () =>
  expect([1, 20, 21, 36, 51].map(circled)).toEqual(['①', '⑳', '㉑', '㊱', '(51)']));
