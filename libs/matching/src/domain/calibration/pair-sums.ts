import type { ReasonKind } from '@mantianxing/contracts';
import { calibrate, uncalibrate } from '../match-threshold';
import { FULL_TEXT, roomForGeneralUse } from '../score-match';
import type { RefitWeights } from './refit-weights';

/** A reason as a decision kept it; the words do not matter here. */
export interface KeptReason {
  kind: ReasonKind;
  contribution: number;
}

/** What one pair showed, per unit of each refitted weight: a score can be made anew from it under other weights. */
export interface PairSums {
  /** Words both say, with synonyms, abbreviations and other spellings. */
  words: number;
  answers: number;
  broader: number;
  sector: number;
  tag: number;
  /** Qualifications, platforms and the like, whose bonuses are not refitted. */
  conditions: number;
  /** Being of general use, whose weight is not refitted, were there no words. */
  general: number;
  /** A required condition was unknown, which caps the band at 候选. */
  isCapped: boolean;
  /** Being the scenario's best answer made it 推荐. */
  isLead: boolean;
}

type Group = Exclude<keyof PairSums, 'isCapped' | 'isLead'>;
const GROUP: Partial<Record<ReasonKind, Group>> = {
  SAME_WORD: 'words', SYNONYM: 'words', ABBREVIATION: 'words', VARIANT: 'words',
  ANSWERS: 'answers', BROADER: 'broader', SECTOR: 'sector', TAG: 'tag', GENERAL_USE: 'general',
};

/** Takes a kept score apart; `then` are the weights that made it. */
export function sumsOf(score: number, reasons: readonly KeptReason[], then: RefitWeights): PairSums {
  const sums: PairSums = { words: 0, answers: 0, broader: 0, sector: 0, tag: 0, conditions: 0, general: 0, isCapped: false, isLead: false };
  const raw = uncalibrate(score, then);
  for (const { kind, contribution } of reasons) {
    if (kind === 'TO_VERIFY') sums.isCapped = true;
    if (kind === 'LEAD') sums.isLead = true;
    if (score > 0) sums[GROUP[kind] ?? 'conditions'] += (contribution / score) * raw;
  }
  const text = sums.words + sums.answers + sums.broader;
  const labels = Math.min(1, text / FULL_TEXT);
  sums.answers = perUnit(sums.answers, then.answers);
  sums.broader = perUnit(sums.broader, then.broader);
  sums.sector = perUnit(sums.sector, then.sector * labels);
  sums.tag = perUnit(sums.tag, then.tag * labels);
  sums.conditions = perUnit(sums.conditions, labels);
  sums.general = perUnit(sums.general, roomForGeneralUse(text));
  return sums;
}

const perUnit = (sum: number, weight: number): number => (weight > 0 ? sum / weight : 0);

/** The parts of the raw sum under some weights: text, how far labels count, what they add, and general use. */
export function partsOf(sums: PairSums, weights: RefitWeights): { text: number; scale: number; labels: number; general: number } {
  const text = sums.words + weights.answers * sums.answers + weights.broader * sums.broader;
  const labels = weights.sector * sums.sector + weights.tag * sums.tag + sums.conditions;
  return { text, scale: Math.min(1, text / FULL_TEXT), labels, general: sums.general * roomForGeneralUse(text) };
}

/** The score the pair would have had under these weights. */
export function scoreUnder(sums: PairSums, weights: RefitWeights): number {
  const { text, scale, labels, general } = partsOf(sums, weights);
  return calibrate(text + scale * labels + general, weights);
}
