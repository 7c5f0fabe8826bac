import type { Band, Mark, MatchReason, ReasonKind } from '@mantianxing/contracts';
import type { ImportedCapability, ImportedScenario, ReadList } from '@mantianxing/import';
import type { ScenarioMatches } from '@mantianxing/matching/lists';
import { excerpt, type Piece } from './excerpt';
import { indexOf } from './profiles';

/** One suggestion as the reports show it: places in the two lists, figures, words. */
export interface Pairing {
  capability: number;
  /** 0..100 */
  percent: number;
  /** 0..1, unrounded, for JSON. */
  score: number;
  band: Band;
  summary: string;
  reasons: { sentence: string; contribution: number; kind: string }[];
  missing: string[];
  toVerify: string[];
  /** The stretch of the capability's text that carries most of the match; only for the best of a scenario. */
  quoted: Piece[];
}

export interface ScenarioPairings {
  scenario: number;
  pairings: Pairing[];
  /** The scenario's need with the words its best suggestions answer to. */
  need: Piece[];
}

/** Everything the reports are made of. */
export interface MatchedLists {
  files: { scenarios: string; capabilities: string };
  scenarios: ReadList<ImportedScenario>;
  capabilities: ReadList<ImportedCapability>;
  results: ScenarioPairings[];
  /** 2026-11-22 */
  asOf: string;
}

/** Suggestions a scenario's block shows with quoted text. */
export const BLOCK_TOP = 3;
const NEED_LENGTH = 300;
const QUOTE_LENGTH = 110;

/** Keeps of the matcher's answer what the reports need; marks are cut out here and then let go. */
export function keepPairings(
  { scenario, matches }: ScenarioMatches,
  capabilities: ImportedCapability[],
  top: number,
): ScenarioPairings {
  const shown = matches.filter((match) => match.band !== null).slice(0, top);
  const best = shown.slice(0, BLOCK_TOP).flatMap(({ reasons }) => reasons.filter(carries));
  const marks = best.flatMap((reason) => reason.scenarioMarks);
  const field = scenario.need ? 'need' : scenario.inScope ? 'inScope' : 'background';
  return {
    scenario: indexOf(scenario.id),
    need: excerpt(scenario[field], marksIn(marks, field), NEED_LENGTH),
    pairings: shown.map((match, rank) => ({
      capability: indexOf(match.capabilityId),
      percent: Math.round(match.score * 100),
      score: match.score,
      band: match.band as Band,
      summary: match.summary,
      reasons: inReadingOrder(match.reasons.filter((reason) => reason.kind !== 'MISSING')).map(
        ({ sentence, contribution, kind }) => ({ sentence, contribution, kind }),
      ),
      missing: match.missing,
      toVerify: match.toVerify,
      quoted: rank < BLOCK_TOP ? quotedOf(capabilities[indexOf(match.capabilityId)], match.reasons.filter(carries).flatMap((r) => r.capabilityMarks)) : [],
    })),
  };
}

/** Words of what is missing or excluded are no evidence: they stay unmarked. */
function carries({ contribution }: MatchReason): boolean {
  return contribution > 0;
}

const CIRCUMSTANCES: readonly ReasonKind[] = ['SECTOR', 'GENERAL_USE', 'LOCAL', 'SIZE', 'DEADLINE', 'FIRST_VERSION', 'QUALIFICATION', 'TO_VERIFY'];

/** What is done comes before who does it: 同属一个领域 convinces nobody by itself. */
function inReadingOrder(reasons: MatchReason[]): MatchReason[] {
  const isAside = ({ kind }: MatchReason): boolean => CIRCUMSTANCES.includes(kind);
  return [...reasons.filter((reason) => !isAside(reason)), ...reasons.filter(isAside)];
}

function quotedOf(capability: ImportedCapability, marks: Mark[]): Piece[] {
  const fields = ['description', 'summary'] as const;
  const field = fields.find((name) => capability[name] && marks.some((mark) => mark.field === name));
  const chosen = field ?? fields.find((name) => capability[name]);
  return chosen ? excerpt(capability[chosen], marksIn(marks, chosen), QUOTE_LENGTH) : [];
}

function marksIn(marks: Mark[], field: string): Mark[] {
  return marks.filter((mark) => mark.field === field);
}

/** A scenario that nobody in the list answers with 推荐 or 候选. */
export function isGap({ pairings }: ScenarioPairings): boolean {
  return !pairings.some((pairing) => pairing.band !== 'WEAK');
}
