import { BAND_LABEL, type MatchReason } from '@mantianxing/contracts';
import type { DigestedCapability } from './digest-capability';
import { type Eligibility, judgeEligibility } from './eligibility';
import { explainConcept, explainExcluded, explainMissing, marksOf } from './explain-evidence';
import type { MatchingKnowledge } from './matching-knowledge';
import type { MatchScore } from './match-score';
import { bandOf, calibrate } from './match-threshold';
import type { ScenarioEvidence } from './pair-evidence';
import { sharedSector, sharedTags } from './structured-fit';

/** Text evidence from which structured fit counts in full: a shared sector alone must not lift a pair. */
export const FULL_TEXT = 0.2;

/** A score as a number only, for ranking; `explainMatch` gives the same one with its reasons. */
export interface PairFigure {
  raw: number;
  score: number;
  eligibility: Eligibility;
}

/** Pure: scenario, capability, knowledge and day in, the figure out. */
export function scoreMatch(evidence: ScenarioEvidence, digest: DigestedCapability, knowledge: MatchingKnowledge, asOf: string): PairFigure {
  const scenario = evidence.scenario.profile;
  const text = evidence.total(digest);
  const eligibility = judgeEligibility(scenario, digest.profile, asOf);
  const structured = structuredReasons(evidence, digest, eligibility, knowledge, text);
  const raw = structured.reduce((sum, reason) => sum + reason.contribution, text);
  return { raw, score: calibrate(raw, knowledge.weights), eligibility };
}

/** The same score with band, reasons whose contributions sum to it, what is missing and what is to be verified. */
export function explainMatch(evidence: ScenarioEvidence, digest: DigestedCapability, knowledge: MatchingKnowledge, asOf: string): MatchScore {
  const { profile: scenario, concepts, excluded } = evidence.scenario;
  const { raw, score, eligibility } = scoreMatch(evidence, digest, knowledge, asOf);
  const { met, total } = evidence.evidence(digest);
  const found = marksOf(digest.profile, knowledge);
  const words = met.map((one) => explainConcept(concepts[one.concept] as (typeof concepts)[number], one, found, knowledge.lexicon));
  const structured = structuredReasons(evidence, digest, eligibility, knowledge, total);
  const missing = explainMissing(concepts, met);
  const reasons = scaleTo(score, raw, [...words, ...structured]);
  const band = bandOf(score, knowledge.weights, eligibility.exclusions.length > 0, eligibility.isCapped);
  return {
    scenarioId: scenario.id,
    capabilityId: digest.profile.id,
    score,
    band,
    reasons: [...reasons, ...missing, ...explainExcluded(excluded, found)],
    missing: missing.map((reason) => reason.scenarioMarks[0]?.text ?? ''),
    toVerify: eligibility.toVerify,
    exclusions: eligibility.exclusions,
    summary: `${band === null ? '不推荐' : BAND_LABEL[band]}：覆盖${met.length}/${concepts.length}项需求`,
    covered: met.length,
    wanted: concepts.length,
    scoreVersion: scoreVersion(knowledge),
  };
}

/** Names everything that made a score: weights, thesaurus and statistics. */
export function scoreVersion({ weights, lexicon, statistics }: MatchingKnowledge): string {
  return `${weights.version}/${lexicon.version}/${statistics.version}`;
}

function structuredReasons(
  { labels, labelScale }: ScenarioEvidence,
  digest: DigestedCapability,
  eligibility: Eligibility,
  knowledge: MatchingKnowledge,
  text: number,
): MatchReason[] {
  const scale = Math.min(1, text / FULL_TEXT) * labelScale;
  const reasons = eligibility.reasons.map(({ reason, bonus }) => ({ ...reason, contribution: bonus * scale }));
  const sector = sharedSector(labels, digest);
  if (sector !== '') reasons.push(plainReason('SECTOR', `同属“${sector}”`, knowledge.weights.sector * scale));
  const tags = sharedTags(labels, digest);
  if (tags.length > 0) {
    const share = Math.min(1, tags.length / 2);
    reasons.push(plainReason('TAG', `技术方向一致：${tags.join('、')}`, knowledge.weights.tag * share * scale));
  }
  return reasons;
}

function plainReason(kind: MatchReason['kind'], sentence: string, contribution: number): MatchReason {
  return { kind, contribution, sentence, scenarioMarks: [], capabilityMarks: [] };
}

/** Calibration bends the sum; each reason keeps its share of it. Weightiest first, those of 0 last. */
function scaleTo(score: number, raw: number, reasons: MatchReason[]): MatchReason[] {
  const factor = raw > 0 ? score / raw : 0;
  return reasons
    .map((reason) => ({ ...reason, contribution: reason.contribution * factor }))
    .sort((a, b) => b.contribution - a.contribution);
}
