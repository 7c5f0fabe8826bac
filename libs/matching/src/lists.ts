/**
 * The second door: matching two lists in process, for programs without Nest and without a database (`npm run match`).
 * The first door also exports the module that keeps statistics, and with it loads both.
 */
export type { CapabilityProfile, QualificationAsked, QualificationHeld, ScenarioProfile } from './domain/profile';
export { matchLists, type MatchListsOptions, type ScenarioMatches } from './use-cases/match-lists';
