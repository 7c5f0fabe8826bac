import type { CapabilityProfile, CapabilityTextField, ScenarioProfile, ScenarioTextField } from './profile';

/** Between the items of a list field; marks of `technologyTags` and `cases` count in the text joined by it. */
export const LIST_SEPARATOR = '、';

/** The verbatim text marks refer to: list fields are joined by `、`. */
export function scenarioFieldText(profile: ScenarioProfile, field: ScenarioTextField | 'outOfScope'): string {
  return field === 'technologyTags' ? profile.technologyTags.join(LIST_SEPARATOR) : profile[field];
}

/** The verbatim text marks refer to: list fields are joined by `、`. */
export function capabilityFieldText(profile: CapabilityProfile, field: CapabilityTextField): string {
  return field === 'technologyTags' || field === 'cases' ? profile[field].join(LIST_SEPARATOR) : profile[field];
}
