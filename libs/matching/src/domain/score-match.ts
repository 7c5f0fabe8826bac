import { BAND_LABEL, type MatchReason } from '@mantianxing/contracts';
import type { DigestedCapability } from './digest-capability';
import { type Eligibility, judgeEligibility } from './eligibility';
import { explainConcept, explainExcluded, explainMissing, marksOf } from './explain-evidence';
import type { MatchingKnowledge } from './matching-knowledge';
import type { MatchScore } from './match-score';
import { LIKENESS_WEIGHTS, likenessShare } from './likeness';
import { bandOf, calibrate } from './match-threshold';
import type { ScenarioEvidence } from './pair-evidence';
import { generality, sharedSector, sharedTags } from './structured-fit';

/** Text evidence from which structured fit counts in full: a shared sector alone must not lift a pair. */
export const FULL_TEXT = 0.2;
/** From here on an offer speaks for itself: being of general use adds nothing. */
export const OWN_WORDS = 0.25;
/** A sector alone asks less for an offer of general use than a technology does. */
const GENERAL_BY_SECTOR = 0.35;

/** A score as a number only, for ranking; `explainMatch` gives the same one with its reasons. */
export interface PairFigure {
  raw: number;
  score: number;
  eligibility: Eligibility;
  /** The band is at most CANDIDATE: a required condition is unknown, or likeness alone would make it 推荐. */
  isCapped: boolean;
}

/** Pure: scenario, capability, knowledge and day in, the figure out. */
export function scoreMatch(evidence: ScenarioEvidence, digest: DigestedCapability, knowledge: MatchingKnowledge, asOf: string): PairFigure {
  const scenario = evidence.scenario.profile;
  const text = evidence.total(digest);
  const eligibility = judgeEligibility(scenario, digest.profile, asOf);
  const structured = structuredReasons(evidence, digest, eligibility, knowledge, text);
  const plain = structured.reduce((sum, reason) => sum + reason.contribution, text);
  const raw = plain + likenessAmount(evidence, digest);
  const score = calibrate(raw, knowledge.weights);
  const isCapped = eligibility.isCapped || (raw > plain && isLiftedAlone(evidence, digest, knowledge, plain, score));
  return { raw, score, eligibility, isCapped };
}

/** The same score with band, reasons whose contributions sum to it, what is missing and what is to be verified. */
export function explainMatch(
  evidence: ScenarioEvidence,
  digest: DigestedCapability,
  knowledge: MatchingKnowledge,
  asOf: string,
  isLead = false,
): MatchScore {
  const { profile: scenario, concepts, excluded } = evidence.scenario;
  const { raw, score, eligibility, isCapped } = scoreMatch(evidence, digest, knowledge, asOf);
  const { met, total } = evidence.evidence(digest);
  const found = marksOf(digest.profile, knowledge);
  const words = met.map((one) => explainConcept(concepts[one.concept] as (typeof concepts)[number], one, found, knowledge.lexicon));
  const structured = structuredReasons(evidence, digest, eligibility, knowledge, total);
  const missing = explainMissing(concepts, met);
  const reasons = scaleTo(score, raw, [...words, ...structured, ...likenessReasons(evidence, digest)]);
  const band = isLead ? 'RECOMMENDED' : bandOf(score, knowledge.weights, eligibility.exclusions.length > 0, isCapped);
  return {
    scenarioId: scenario.id,
    capabilityId: digest.profile.id,
    score,
    band,
    reasons: [...(isLead ? [leadReason(evidence.needsMet(digest))] : []), ...reasons, ...missing, ...explainExcluded(excluded, found)],
    missing: missing.map((reason) => reason.scenarioMarks[0]?.text ?? ''),
    toVerify: eligibility.toVerify,
    exclusions: eligibility.exclusions,
    summary: `${band === null ? '不推荐' : BAND_LABEL[band]}：覆盖${met.length}/${concepts.length}项需求`,
    covered: met.length,
    wanted: concepts.length,
    scoreVersion: scoreVersion(knowledge) + likenessVersion(evidence, digest),
  };
}

/** Names everything that made a score: weights, thesaurus and statistics. */
export function scoreVersion({ weights, lexicon, statistics }: MatchingKnowledge): string {
  return `${weights.version}/${lexicon.version}/${statistics.version}`;
}

/** What labels and conditions add to a raw sum, given `text`, the words' part of it. */
export function structuredReasons(
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
  const asked = tags.length > 0 ? 1 : sector !== '' ? GENERAL_BY_SECTOR : 0;
  const general = knowledge.weights.generalUse * generality(digest) * asked * roomForGeneralUse(text);
  if (general > 0) reasons.push(plainReason('GENERAL_USE', `通用产品，适用${digest.sectorKeys.length}个领域，可作配套`, general));
  return reasons;
}

/** 1 where nothing is said, 0 where an offer speaks for itself. */
export const roomForGeneralUse = (text: number): number => Math.max(0, 1 - text / OWN_WORDS);

/** What an embedder adds to the raw sum; 0 without one. */
function likenessAmount({ scenario, labelScale }: ScenarioEvidence, { profile }: DigestedCapability): number {
  const cosine = scenario.likeness?.cosines.get(profile.id);
  return cosine === undefined ? 0 : LIKENESS_WEIGHTS.weight * likenessShare(cosine) * labelScale;
}

function likenessReasons(evidence: ScenarioEvidence, digest: DigestedCapability): MatchReason[] {
  const amount = likenessAmount(evidence, digest);
  return amount > 0 ? [plainReason('EMBEDDING', '整体内容相近（系统判断，请结合原文）', amount)] : [];
}

function likenessVersion({ scenario }: ScenarioEvidence, { profile }: DigestedCapability): string {
  return scenario.likeness?.cosines.has(profile.id) ? `/${LIKENESS_WEIGHTS.version}:${scenario.likeness.space}` : '';
}

/** 推荐 only with likeness, and no word of title or tags met: a person has nothing to check it by. */
function isLiftedAlone(evidence: ScenarioEvidence, digest: DigestedCapability, { weights }: MatchingKnowledge, plain: number, score: number): boolean {
  return score >= weights.recommendedFrom && calibrate(plain, weights) < weights.recommendedFrom && !evidence.meetsCore(digest);
}

/** Names the rule that made a 候选 推荐. */
function leadReason(needs: number): MatchReason {
  return plainReason('LEAD', `本场景最相符的一项，${needs}项需求有明确对应，列为推荐`, 0);
}

function plainReason(kind: MatchReason['kind'], sentence: string, contribution: number): MatchReason {
  return { kind, contribution, sentence, scenarioMarks: [], capabilityMarks: [] };
}

/** Calibration bends the sum; each reason keeps its share of it. Weightiest first, those of 0 last. */
export function scaleTo(score: number, raw: number, reasons: MatchReason[]): MatchReason[] {
  const factor = raw > 0 ? score / raw : 0;
  return reasons
    .map((reason) => ({ ...reason, contribution: reason.contribution * factor }))
    .sort((a, b) => b.contribution - a.contribution);
}
