import type { Mark, MatchReason, ReasonKind } from '@mantianxing/contracts';
import { type MatchingKnowledge } from './matching-knowledge';
import type { ExcludedConcept, ScenarioConcept } from './distilled-scenario';
import type { Lexicon } from './lexicon';
import { normalise } from './normalise';
import type { ConceptEvidence } from './pair-evidence';
import { capabilityFieldText } from './profile-fields';
import { CAPABILITY_TEXT_FIELDS, type CapabilityProfile, type CapabilityTextField } from './profile';
import { markOf, readOffer } from './read-text';

/** Every term of a capability with the words that say it, best field first. */
export type CapabilityMarks = ReadonlyMap<string, Mark[]>;

const MOST_MARKS = 4;
const MOST_MISSING = 5;
const LEAST_MISSING = 0.03;
const FIELD_LABEL: Record<CapabilityTextField, string> = {
  name: '名称', summary: '简介', technologyTags: '技术标签', description: '说明', cases: '案例',
};

/** Reads the capability again for positions: only pairs that are shown pay for them. */
export function marksOf(profile: CapabilityProfile, { lexicon, segmenter }: MatchingKnowledge): CapabilityMarks {
  const marks = new Map<string, Mark[]>();
  for (const field of CAPABILITY_TEXT_FIELDS) {
    const text = capabilityFieldText(profile, field);
    if (text === '') continue;
    const read = readOffer(text, lexicon, segmenter);
    for (const token of read.tokens) {
      const known = marks.get(token.term) ?? [];
      if (known.length < MOST_MARKS) known.push(markOf(read, token, field));
      marks.set(token.term, known);
    }
  }
  return marks;
}

/** One met concept in PORTAL.md's words, with the words of both sides that carry it. */
export function explainConcept(concept: ScenarioConcept, met: ConceptEvidence, found: CapabilityMarks, lexicon: Lexicon): MatchReason {
  const { variant, amount } = met;
  const scenarioMarks = (variant.marks ?? concept.marks).slice(0, MOST_MARKS);
  const said = found.get(variant.term) ?? [];
  const wish = scenarioMarks[0]?.text ?? concept.surface;
  const offered = said.find(({ text }) => text === wish) ?? said[0];
  const offer = offered?.text ?? variant.text;
  const kind = variant.kind === 'SAME_WORD' ? relationOf(wish, offer, lexicon) : variant.kind;
  const inTitle = scenarioMarks[0]?.field === 'title' && offered ? FIELD_LABEL[offered.field as CapabilityTextField] : '';
  return { kind, contribution: amount, sentence: sentenceOf(kind, wish, offer, inTitle, variant.isWider ?? false), scenarioMarks, capabilityMarks: said };
}

function relationOf(wish: string, offer: string, lexicon: Lexicon): ReasonKind {
  const [asked, offered] = [normalise(wish).text, normalise(offer).text];
  if (asked === offered) return wish.toLowerCase() === offer.toLowerCase() ? 'SAME_WORD' : 'VARIANT';
  const kinds = [lexicon.kindOf(asked), lexicon.kindOf(offered)];
  if (kinds.includes('ABBREVIATION')) return 'ABBREVIATION';
  return kinds.includes('VARIANT') ? 'VARIANT' : 'SYNONYM';
}

function sentenceOf(kind: ReasonKind, wish: string, offer: string, titleMeets: string, isWider: boolean): string {
  if (kind === 'ABBREVIATION' || kind === 'VARIANT') return `“${wish}”即“${offer}”`;
  if (kind === 'SYNONYM') return `“${wish}”与“${offer}”意思相近`;
  if (kind === 'ANSWERS') return `“${offer}”可用于解决“${wish}”`;
  if (kind === 'BROADER') return isWider ? `“${wish}”属于“${offer}”一类` : `“${offer}”属于“${wish}”一类`;
  return titleMeets === '' ? `双方都提到“${wish}”` : `场景标题与能力${titleMeets}都提到“${wish}”`;
}

/** The heaviest wishes nothing in the capability meets. */
export function explainMissing(concepts: readonly ScenarioConcept[], met: readonly ConceptEvidence[]): MatchReason[] {
  const covered = new Set(met.map(({ concept }) => concept));
  return concepts
    .filter((concept, index) => isWish(concept) && !covered.has(index))
    .slice(0, MOST_MISSING)
    .map(({ surface, marks }) => without('MISSING', `未覆盖“${surface}”`, marks.slice(0, MOST_MARKS), []));
}

/** Words of the need that no thesaurus knows are too often just words to be reported missing. */
function isWish({ source, weight, variants }: ScenarioConcept): boolean {
  if (source === 'BACKGROUND' || weight < LEAST_MISSING) return false;
  return source !== 'NEED' || (variants[0]?.term.startsWith('#') ?? false);
}

/** What the publisher rules out and the capability also does. */
export function explainExcluded(excluded: readonly ExcludedConcept[], found: CapabilityMarks): MatchReason[] {
  return excluded.flatMap(({ surface, term, marks }) => {
    const said = term.startsWith('#') ? found.get(term) : undefined;
    return said ? [without('EXCLUDED', `场景注明不含“${surface}”，不计入`, marks.slice(0, MOST_MARKS), said)] : [];
  });
}

function without(kind: ReasonKind, sentence: string, scenarioMarks: Mark[], capabilityMarks: Mark[]): MatchReason {
  return { kind, contribution: 0, sentence, scenarioMarks, capabilityMarks };
}
