import type { CapabilityProfile, ScenarioProfile } from '@mantianxing/matching';

/** A scenario that says nothing but what a spec tells it to say. */
export function aScenario(said: Partial<ScenarioProfile>): ScenarioProfile {
  return {
    id: 'scenario-1', title: '', background: '', need: '', inScope: '', outOfScope: '', acceptance: '', sector: '',
    technologyTags: [], requiredQualifications: [], preferredQualifications: [], requiredPlatforms: [], localOnly: false,
    deadline: '', ...said,
  };
}

/** A capability that says nothing but what a spec tells it to say. */
export function aCapability(said: Partial<CapabilityProfile>): CapabilityProfile {
  return {
    id: 'capability-1', firmId: 'firm-1', firmName: '山城试验软件有限公司', name: '', kind: 'PRODUCT', summary: '', description: '',
    technologyTags: [], sectors: [], adaptedPlatforms: [], cases: [], firstVersion: false, qualifications: [], isLocal: null,
    sizeBand: '', deliveryDays: null, ...said,
  };
}
