export { readCapabilityList, readScenarioList } from './delivery/read-list';
export type {
  ImportedCapability,
  ImportedQualification,
  ImportedScenario,
  ReadList,
  RowOrigin,
} from './domain/imported';
export { EFFECT_LABEL } from './domain/row-problem';
export type { ColumnReport, ProblemEffect, RowProblem } from './domain/row-problem';
