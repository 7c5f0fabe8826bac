import { BAND_LABEL, type MatchReason } from '@mantianxing/contracts';
import type { DigestedCapability } from './digest-capability';
import { type Eligibility, judgeEligibility } from './eligibility';
import { explainConcept, explainExcluded, explainMissing, marksOf } from './explain-evidence';
import type { MatchingKnowledge } from './matching-knowledge';
import type { MatchScore } from './match-score';
import { bandOf, calibrate } from './match-threshold';
import type { JointEvidence, MemberEvidence, ScenarioEvidence } from './pair-evidence';
import { scaleTo, scoreVersion, structuredReasons } from './score-match';

/** 联合体: one scenario and two capabilities of different firms. The same numbers whichever was named first. */
export interface ConsortiumScore extends Omit<MatchScore, 'capabilityId'> {
  /** The lead first: who covers more. */
  capabilityIds: string[];
  firmIds: string[];
}

/** Words of its share that the sentence names for each member. */
const WORDS_NAMED = 2;

/** The scorer's rule over the union: each concept and each criterion counts once, for the member that meets it best. */
export function explainConsortium(
  evidence: ScenarioEvidence,
  members: readonly DigestedCapability[],
  knowledge: MatchingKnowledge,
  asOf: string,
): ConsortiumScore {
  const { profile: scenario, concepts, excluded } = evidence.scenario;
  const digests = inOrder(members);
  const joint = evidence.jointEvidence(digests);
  const standings = digests.map(({ profile }) => judgeEligibility(scenario, profile, asOf));
  const structured = jointStructured(evidence, digests, standings, knowledge, joint.total);
  const raw = structured.reduce((sum, { contribution }) => sum + contribution, joint.total);
  const score = calibrate(raw, knowledge.weights);
  const exclusions = named(digests, standings, ({ exclusions: all }) => all);
  const band = bandOf(score, knowledge.weights, exclusions.length > 0, standings.some(({ isCapped }) => isCapped));
  const found = digests.map(({ profile }) => marksOf(profile, knowledge));
  const words = joint.met.map((one) => {
    const marks = found[one.member] as (typeof found)[number];
    const concept = concepts[one.concept] as (typeof concepts)[number];
    return ownedBy(digests[one.member] as DigestedCapability, explainConcept(concept, one, marks, knowledge.lexicon));
  });
  const missing = explainMissing(concepts, joint.met);
  const against = digests.flatMap((digest, member) =>
    explainExcluded(excluded, found[member] as (typeof found)[number]).map((reason) => ownedBy(digest, reason)),
  );
  const order = byShare(digests, joint);
  return {
    scenarioId: scenario.id,
    capabilityIds: order.map((member) => (digests[member] as DigestedCapability).profile.id),
    firmIds: order.map((member) => (digests[member] as DigestedCapability).profile.firmId),
    score,
    band,
    reasons: [division(evidence, digests, joint, order), ...scaleTo(score, raw, [...words, ...structured]), ...missing, ...against],
    missing: missing.map((reason) => reason.scenarioMarks[0]?.text ?? ''),
    toVerify: named(digests, standings, ({ toVerify }) => toVerify),
    exclusions,
    summary: `${band === null ? '不推荐' : BAND_LABEL[band]}：联合体覆盖${joint.met.length}/${concepts.length}项需求`,
    covered: joint.met.length,
    wanted: concepts.length,
    scoreVersion: scoreVersion(knowledge),
  };
}

/** By id, so that ties fall the same way whoever was named first. */
function inOrder(members: readonly DigestedCapability[]): DigestedCapability[] {
  return [...members].sort((a, b) => (a.profile.id < b.profile.id ? -1 : 1));
}

function jointStructured(
  evidence: ScenarioEvidence,
  digests: readonly DigestedCapability[],
  standings: readonly Eligibility[],
  knowledge: MatchingKnowledge,
  text: number,
): MatchReason[] {
  const each = digests.map((digest, member) =>
    structuredReasons(evidence, digest, standings[member] as Eligibility, knowledge, text).map((reason) => ownedBy(digest, reason)),
  );
  const kinds = new Set(each.flat().map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const sides = each.map((reasons) => reasons.filter((reason) => reason.kind === kind));
    const sums = sides.map((reasons) => reasons.reduce((sum, { contribution }) => sum + contribution, 0));
    const best = sums.indexOf(Math.max(...sums));
    const says = (sentence: string) => sides.every((reasons) => reasons.some((reason) => reason.sentence === sentence));
    return sides.flatMap((reasons, member) => {
      if (member !== best) return reasons.filter(({ contribution, sentence }) => contribution === 0 && !says(sentence));
      return reasons.map((reason) => (says(reason.sentence) ? { ...reason, capabilityId: undefined } : reason));
    });
  });
}

/** Who meets more, first. */
function byShare(digests: readonly DigestedCapability[], { met }: JointEvidence): number[] {
  const share = digests.map((_, member) => met.reduce((sum, one) => sum + (one.member === member ? one.amount : 0), 0));
  return digests.map((_, member) => member).sort((a, b) => (share[b] as number) - (share[a] as number) || a - b);
}

/** {甲}覆盖“{词}”，{乙}覆盖“{词}”，合计{n}/{m}项 */
function division({ scenario }: ScenarioEvidence, digests: readonly DigestedCapability[], { met }: JointEvidence, order: readonly number[]): MatchReason {
  const wordOf = ({ concept }: MemberEvidence) => scenario.concepts[concept]?.marks[0]?.text ?? scenario.concepts[concept]?.surface ?? '';
  const parts = order.map((member) => {
    const own = met.filter((one) => one.member === member).sort((a, b) => b.amount - a.amount || a.concept - b.concept);
    const words = [...new Set(own.map(wordOf))].slice(0, WORDS_NAMED).map((word) => `“${word}”`);
    return `${digests[member]?.profile.firmName}覆盖${words.join('')}`;
  });
  const sentence = `${parts.join('，')}，合计${met.length}/${scenario.concepts.length}项`;
  return { kind: 'CONSORTIUM', contribution: 0, sentence, scenarioMarks: [], capabilityMarks: [] };
}

function ownedBy({ profile: { id: capabilityId } }: DigestedCapability, reason: MatchReason): MatchReason {
  return { ...reason, capabilityId, capabilityMarks: reason.capabilityMarks.map((mark) => ({ ...mark, capabilityId })) };
}

/** Conditions of every member, each with the firm it concerns. */
function named(digests: readonly DigestedCapability[], standings: readonly Eligibility[], of: (standing: Eligibility) => string[]): string[] {
  return standings.flatMap((standing, member) => of(standing).map((condition) => `${digests[member]?.profile.firmName}：${condition}`));
}
