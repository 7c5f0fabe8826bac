import type { SampleJudgement } from './sample-entry';

/**
 * Judged pair by pair on the texts alone. What a scenario excludes in so many words is 0, however near it
 * sounds (cap-evcharge, cap-leasing, cap-wordofmouth …). `sc-workshop` and `sc-river` have no 3: each needs
 * two firms together. `sc-pathology` has no 2: the gap list must name it.
 */
export const SAMPLE_JUDGEMENTS: SampleJudgement[] = [
  { scenario: 'sc-workshop', capability: 'cap-mes', grade: 2 },
  { scenario: 'sc-workshop', capability: 'cap-pdm', grade: 2 },
  { scenario: 'sc-workshop', capability: 'cap-aps', grade: 2 },
  { scenario: 'sc-workshop', capability: 'cap-gateway', grade: 1 },

  { scenario: 'sc-permit', capability: 'cap-precheck', grade: 3 },
  { scenario: 'sc-permit', capability: 'cap-guide', grade: 2 },
  { scenario: 'sc-permit', capability: 'cap-licence', grade: 1 },
  { scenario: 'sc-permit', capability: 'cap-onething', grade: 1 },
  { scenario: 'sc-permit', capability: 'cap-knowledge', grade: 1 },
  { scenario: 'sc-permit', capability: 'cap-agent', grade: 1 },

  { scenario: 'sc-hotline', capability: 'cap-dispatch', grade: 3 },
  { scenario: 'sc-hotline', capability: 'cap-opinion', grade: 2 },
  { scenario: 'sc-hotline', capability: 'cap-agentassist', grade: 2 },
  { scenario: 'sc-hotline', capability: 'cap-knowledge', grade: 1 },
  { scenario: 'sc-hotline', capability: 'cap-grid', grade: 1 },
  { scenario: 'sc-hotline', capability: 'cap-agent', grade: 1 },

  { scenario: 'sc-ebike', capability: 'cap-elevator', grade: 3 },
  { scenario: 'sc-ebike', capability: 'cap-socket', grade: 2 },
  { scenario: 'sc-ebike', capability: 'cap-grid', grade: 2 },
  { scenario: 'sc-ebike', capability: 'cap-electric', grade: 1 },
  { scenario: 'sc-ebike', capability: 'cap-smokevideo', grade: 1 },

  { scenario: 'sc-fire', capability: 'cap-smoke', grade: 3 },
  { scenario: 'sc-fire', capability: 'cap-smokevideo', grade: 2 },
  { scenario: 'sc-fire', capability: 'cap-inspection', grade: 2 },
  { scenario: 'sc-fire', capability: 'cap-waterpressure', grade: 2 },
  { scenario: 'sc-fire', capability: 'cap-electric', grade: 2 },
  { scenario: 'sc-fire', capability: 'cap-elevator', grade: 1 },
  { scenario: 'sc-fire', capability: 'cap-grid', grade: 1 },
  { scenario: 'sc-fire', capability: 'cap-command', grade: 1 },

  { scenario: 'sc-street', capability: 'cap-crowd', grade: 3 },
  { scenario: 'sc-street', capability: 'cap-guideapp', grade: 2 },
  { scenario: 'sc-street', capability: 'cap-signalling', grade: 2 },
  { scenario: 'sc-street', capability: 'cap-arstory', grade: 1 },
  { scenario: 'sc-street', capability: 'cap-wordofmouth', grade: 1 },

  { scenario: 'sc-pathology', capability: 'cap-pacs', grade: 1 },

  { scenario: 'sc-elder', capability: 'cap-homecare', grade: 3 },
  { scenario: 'sc-elder', capability: 'cap-radar', grade: 2 },
  { scenario: 'sc-elder', capability: 'cap-voicecare', grade: 2 },
  { scenario: 'sc-elder', capability: 'cap-watermeter', grade: 2 },
  { scenario: 'sc-elder', capability: 'cap-followup', grade: 1 },
  { scenario: 'sc-elder', capability: 'cap-agentassist', grade: 1 },

  { scenario: 'sc-building', capability: 'cap-hvac', grade: 3 },
  { scenario: 'sc-building', capability: 'cap-facility', grade: 2 },
  { scenario: 'sc-building', capability: 'cap-carbon', grade: 2 },
  { scenario: 'sc-building', capability: 'cap-bim', grade: 2 },
  { scenario: 'sc-building', capability: 'cap-pdm', grade: 1 },

  { scenario: 'sc-credit', capability: 'cap-scorecard', grade: 3 },
  { scenario: 'sc-credit', capability: 'cap-privacy', grade: 2 },
  { scenario: 'sc-credit', capability: 'cap-profile', grade: 2 },
  { scenario: 'sc-credit', capability: 'cap-postloan', grade: 2 },
  { scenario: 'sc-credit', capability: 'cap-datagov', grade: 1 },

  { scenario: 'sc-document', capability: 'cap-oa', grade: 3 },
  { scenario: 'sc-document', capability: 'cap-xcmigrate', grade: 2 },
  { scenario: 'sc-document', capability: 'cap-proofread', grade: 2 },
  { scenario: 'sc-document', capability: 'cap-ofd', grade: 2 },
  { scenario: 'sc-document', capability: 'cap-dbmigrate', grade: 2 },
  { scenario: 'sc-document', capability: 'cap-mlps', grade: 1 },
  { scenario: 'sc-document', capability: 'cap-testing', grade: 1 },

  { scenario: 'sc-river', capability: 'cap-drone', grade: 2 },
  { scenario: 'sc-river', capability: 'cap-flood', grade: 2 },
  { scenario: 'sc-river', capability: 'cap-rivervideo', grade: 1 },
  { scenario: 'sc-river', capability: 'cap-telemetry', grade: 1 },
  { scenario: 'sc-river', capability: 'cap-satellite', grade: 1 },
  { scenario: 'sc-river', capability: 'cap-command', grade: 1 },
];
