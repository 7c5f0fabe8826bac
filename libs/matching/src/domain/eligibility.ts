import { type MatchReason, QUALIFICATIONS } from '@mantianxing/contracts';
import { normalise } from './normalise';
import type { CapabilityProfile, QualificationAsked, QualificationHeld, ScenarioProfile } from './profile';

/** What the structured fields say of a pair. `bonus` of each reason is a share of the raw sum before calibration. */
export interface Eligibility {
  reasons: { reason: MatchReason; bonus: number }[];
  exclusions: string[];
  toVerify: string[];
  /** True where a required condition is unknown: the band is at most CANDIDATE. */
  isCapped: boolean;
}

type Standing = 'HELD' | 'LOWER' | 'EXPIRED' | 'UNKNOWN';

/**
 * Required conditions against what is known of the firm. Only what is known not to hold excludes; what is not
 * stated is 待核实. `asOf` is the day to judge validity by (`2026-11-22`).
 */
export function judgeEligibility(scenario: ScenarioProfile, capability: CapabilityProfile, asOf: string): Eligibility {
  const found: Eligibility = { reasons: [], exclusions: [], toVerify: [], isCapped: false };
  for (const asked of scenario.requiredQualifications) judgeQualification(asked, true, capability, asOf, found);
  for (const asked of scenario.preferredQualifications) judgeQualification(asked, false, capability, asOf, found);
  judgePlatforms(scenario, capability, found);
  if (scenario.localOnly) judgeLocal(capability, found);
  judgeDelivery(scenario, capability, asOf, found);
  if (capability.firstVersion) say(found, 'FIRST_VERSION', '首版次产品，可首试首用', 0.004);
  return found;
}

function judgeQualification(asked: QualificationAsked, isRequired: boolean, capability: CapabilityProfile, asOf: string, found: Eligibility): void {
  const name = qualificationName(asked);
  const [standing, held] = standingOf(asked, capability.qualifications, asOf);
  if (standing === 'HELD' && held) {
    const until = held.validUntil === '' ? '' : `，有效至${held.validUntil}`;
    if (held.verified) say(found, 'QUALIFICATION', `具备${qualificationName(held)}${until}（已核验）`, 0.02);
    else {
      say(found, 'QUALIFICATION', `企业自述${qualificationName(held)}，待核实`, 0.012);
      if (isRequired) found.toVerify.push(name);
    }
    return;
  }
  if (standing === 'EXPIRED' && held) say(found, 'QUALIFICATION', `${qualificationName(held)}已于${held.validUntil}到期，不计入`, 0);
  if (!isRequired) return;
  if (standing === 'UNKNOWN') {
    say(found, 'TO_VERIFY', `未填写${name}，最高列为候选`, 0);
    found.toVerify.push(name);
    found.isCapped = true;
  } else rule(found, name);
}

function standingOf(asked: QualificationAsked, all: readonly QualificationHeld[], asOf: string): [Standing, QualificationHeld?] {
  const held = all.filter(({ code }) => code === asked.code);
  const valid = held.filter(({ validUntil }) => validUntil === '' || validUntil >= asOf);
  const enough = valid.find(({ level }) => isLevelEnough(asked, level));
  if (enough) return ['HELD', enough];
  const unstated = valid.find(({ level }) => level === '' && asked.level !== '');
  if (unstated) return ['UNKNOWN', unstated];
  if (valid[0]) return ['LOWER', valid[0]];
  return held[0] ? ['EXPIRED', held[0]] : ['UNKNOWN'];
}

function isLevelEnough(asked: QualificationAsked, level: string): boolean {
  if (asked.level === '' || asked.level === level) return true;
  const levels = QUALIFICATIONS[asked.code]?.levels;
  return levels !== undefined && levels.includes(level) && levels.indexOf(level) >= levels.indexOf(asked.level);
}

function qualificationName({ code, level }: QualificationAsked): string {
  return (QUALIFICATIONS[code]?.label ?? code) + level;
}

function judgePlatforms(scenario: ScenarioProfile, capability: CapabilityProfile, found: Eligibility): void {
  const adapted = capability.adaptedPlatforms.map(platformKey);
  for (const platform of scenario.requiredPlatforms) {
    const key = platformKey(platform);
    if (adapted.some((other) => other.includes(key) || key.includes(other))) say(found, 'PLATFORM', `已适配${platform}`, 0.02);
    else if (adapted.length > 0) rule(found, `适配${platform}`);
    else {
      say(found, 'TO_VERIFY', `未填写${platform}适配，最高列为候选`, 0);
      found.toVerify.push(`${platform}适配`);
      found.isCapped = true;
    }
  }
}

function platformKey(platform: string): string {
  return normalise(platform).text.replace(/操作系统|数据库|系统|处理器|cpu|\s/g, '') || platform;
}

function judgeLocal(capability: CapabilityProfile, found: Eligibility): void {
  if (capability.isLocal === true) say(found, 'LOCAL', '本地企业，符合要求', 0.01);
  else if (capability.isLocal === false) rule(found, '仅限本地企业');
  else {
    say(found, 'TO_VERIFY', '未填写是否本地企业，最高列为候选', 0);
    found.toVerify.push('是否本地企业');
    found.isCapped = true;
  }
}

function judgeDelivery(scenario: ScenarioProfile, capability: CapabilityProfile, asOf: string, found: Eligibility): void {
  if (scenario.deadline === '' || capability.deliveryDays === null) return;
  const ready = new Date(Date.parse(asOf) + capability.deliveryDays * 86_400_000).toISOString().slice(0, 10);
  if (ready <= scenario.deadline) say(found, 'DEADLINE', `可在${scenario.deadline}前交付`, 0.008);
}

function rule(found: Eligibility, condition: string): void {
  say(found, 'RULE', `不满足必需条件：${condition}`, 0);
  found.exclusions.push(condition);
}

function say(found: Eligibility, kind: MatchReason['kind'], sentence: string, bonus: number): void {
  found.reasons.push({ reason: { kind, contribution: 0, sentence, scenarioMarks: [], capabilityMarks: [] }, bonus });
}
