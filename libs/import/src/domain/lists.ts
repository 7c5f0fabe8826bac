import { CAPABILITY_LIST, type CapabilityField } from './capability-columns';
import { readCapability } from './capability-entry';
import { plain } from './cell-text';
import type { ImportedCapability, ImportedScenario } from './imported';
import type { ListReader } from './read-table';
import { SCENARIO_LIST, type ScenarioField } from './scenario-columns';
import { readScenario } from './scenario-entry';

/** Names are compared by what they say, long texts by their letters: normalising them all would take seconds. */
const key = (names: string[], texts: string[]): string => [...names.map(plain), ...texts].join('\u0001');

export const SCENARIO_READER: ListReader<ScenarioField, ImportedScenario> = {
  list: SCENARIO_LIST,
  mistakenFor: CAPABILITY_LIST,
  read: readScenario,
  key: ({ title, publisher, need, inScope }) => key([title, publisher], [need, inScope]),
};

export const CAPABILITY_READER: ListReader<CapabilityField, ImportedCapability> = {
  list: CAPABILITY_LIST,
  mistakenFor: SCENARIO_LIST,
  read: readCapability,
  key: ({ firmName, name, summary, description }) => key([firmName, name], [summary, description]),
};
