/** Types of the door that specs use. Sets and rankings are opaque to them. */
export const DAY: string;
export const SAMPLE: string;
export const MOST_LOST: number;

export interface JudgedSet {
  scenarios: readonly unknown[];
  capabilities: readonly unknown[];
  grades: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
export interface ScenarioFigures {
  scenarioId: string;
  isSupplied: boolean;
  nDCG10?: number;
}
export interface Figures {
  nDCG10: number;
  withoutSupplyRecommended: number;
  each: readonly ScenarioFigures[];
}
export interface CommittedFigures {
  nDCG10: number;
  each: Readonly<Record<string, number>>;
}
export interface Comparison {
  compared: number;
  then: number;
  now: number;
  hasFallen: boolean;
  sentence: string;
}

export function setsBeside(root: string): Map<string, string>;
export function judgedSet(folder: string, lists?: object, qrelsFile?: string, hasRules?: boolean): JudgedSet;
export function measureMatcher(matching: object, set: JudgedSet): Figures;
export function readFigures(file: string): { measured: string; sets: Readonly<Record<string, CommittedFigures>> };
export function compare(before: Pick<CommittedFigures, 'each'>, now: Pick<Figures, 'each'>): Comparison;
