import type { MatchReason } from '@mantianxing/contracts';
import type { ImportedCapability } from '@mantianxing/import';
import type { ScenarioMatches } from '@mantianxing/matching/lists';
import { isGap, keepPairings } from './pairings';

const reason = (kind: MatchReason['kind'], contribution: number, sentence: string, word = ''): MatchReason => ({
  kind,
  contribution,
  sentence,
  scenarioMarks: word ? [{ field: 'need', start: NEED.indexOf(word), end: NEED.indexOf(word) + word.length, text: word }] : [],
  capabilityMarks: [],
});
const NEED = '发布停车余位，不看画面';
const matched = (band: 'RECOMMENDED' | 'WEAK', reasons: MatchReason[]): ScenarioMatches =>
  ({
    scenario: { id: '000000', need: NEED },
    matches: [{ capabilityId: '000000', score: 0.724, band, reasons, missing: [], toVerify: [], summary: '' }],
  }) as unknown as ScenarioMatches;
const capabilities = [{ description: '余位发布', summary: '' }] as ImportedCapability[];

describe('keeping what the reports show', () => {
  it('marks the words that carry the match, not those that are missing or excluded', () => {
    const reasons = [reason('SAME_WORD', 0.5, '双方都提到“停车”', '停车'), reason('MISSING', 0, '未覆盖“余位”', '余位'), reason('EXCLUDED', 0, '场景注明不含“画面”，不计入', '画面')];
    const { need, pairings } = keepPairings(matched('RECOMMENDED', reasons), capabilities, 10);
    expect(need.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['停车']);
    expect(pairings[0].percent).toBe(72);
    expect(pairings[0].reasons.map((one) => one.kind)).toEqual(['SAME_WORD', 'EXCLUDED']);
  });

  it('says what is done before who does it', () => {
    const reasons = [reason('SECTOR', 0.4, '同属“交通”'), reason('SAME_WORD', 0.3, '双方都提到“停车”')];
    const { pairings } = keepPairings(matched('RECOMMENDED', reasons), capabilities, 10);
    expect(pairings[0].reasons.map((one) => one.kind)).toEqual(['SAME_WORD', 'SECTOR']);
  });

  it('calls a scenario with nothing but 弱匹配 a gap', () => {
    expect(isGap(keepPairings(matched('WEAK', []), capabilities, 10))).toBe(true);
    expect(isGap(keepPairings(matched('RECOMMENDED', []), capabilities, 10))).toBe(false);
  });
});
