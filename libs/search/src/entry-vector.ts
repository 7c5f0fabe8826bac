import type { CapabilityProfile, Matcher, ScenarioProfile, TermVector } from '@mantianxing/matching';
import type { EntryKind } from './documents/entry-kind';

/** The matcher in force: a new epoch of statistics makes another one. */
export type MatcherNow = () => Matcher;

/** What retrieval holds of an entry, whatever the engine. */
export function entryVector(kind: EntryKind, profile: ScenarioProfile | CapabilityProfile, matcher: Matcher): TermVector {
  return kind === 'scenario'
    ? matcher.scenarioVector(matcher.distil(profile as ScenarioProfile))
    : matcher.capabilityVector(matcher.digest(profile as CapabilityProfile));
}

/** Scenarios for local firms only never meet firms known not to be local; what is not known may (待核实). */
export function barsLocal(kind: EntryKind, profile: ScenarioProfile | CapabilityProfile): boolean {
  return kind === 'scenario' ? (profile as ScenarioProfile).localOnly : (profile as CapabilityProfile).isLocal === false;
}
