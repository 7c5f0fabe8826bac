import type { Mark } from '@mantianxing/contracts';
import type { ConceptVariant, DistilledScenario, ScenarioConcept } from './distilled-scenario';
import { type MatchingKnowledge } from './matching-knowledge';
import { sourceOf } from './match-weights';
import { boilerplateSpans, isWithin, negatedSpans } from './negation';
import { scenarioFieldText } from './profile-fields';
import { SCENARIO_TEXT_FIELDS, type ScenarioProfile, type ScenarioTextField } from './profile';
import { markOf, type ReadText, readText, type Token } from './read-text';

interface Gathered {
  token: Token;
  surface: string;
  field: ScenarioTextField;
  mass: number;
  times: number;
  marks: Mark[];
  parts: Map<string, Mark[]>;
}

interface Excluded {
  surface: string;
  term: string;
  marks: Mark[];
}

const LEAST_SHARE = 0.008;

/**
 * What a scenario asks for, as weighted concepts: title, tags, need and boundary known apart, boilerplate dropped,
 * and what is negated or out of scope kept away from the evidence.
 */
export function distilScenario(profile: ScenarioProfile, knowledge: MatchingKnowledge): DistilledScenario {
  const gathered = new Map<string, Gathered>();
  const excluded = new Map<string, Excluded>();
  for (const field of SCENARIO_TEXT_FIELDS) {
    const text = scenarioFieldText(profile, field);
    if (text === '') continue;
    const read = readText(text, knowledge.lexicon, knowledge.segmenter);
    const negated = negatedSpans(read.normalised.text);
    const boilerplate = field === 'title' || field === 'technologyTags' ? [] : boilerplateSpans(read.normalised.text);
    const positive = read.tokens.filter((token) => {
      if (isWithin(negated, token.start, token.end)) exclude(excluded, read, token, field);
      else if (!isWithin(boilerplate, token.start, token.end)) return true;
      return false;
    });
    gather(gathered, read, positive, field, knowledge);
  }
  const outOfScope = readText(profile.outOfScope, knowledge.lexicon, knowledge.segmenter);
  for (const token of outOfScope.tokens) if (!token.inner) exclude(excluded, outOfScope, token, 'outOfScope');
  return { profile, ...weigh(gathered, knowledge), excluded: [...excluded.values()] };
}

function exclude(excluded: Map<string, Excluded>, read: ReadText, token: Token, field: string): void {
  if (token.inner) return;
  const mark = markOf(read, token, field);
  const known = excluded.get(token.term);
  if (known) known.marks.push(mark);
  else excluded.set(token.term, { surface: mark.text, term: token.term, marks: [mark] });
}

function gather(into: Map<string, Gathered>, read: ReadText, tokens: Token[], field: ScenarioTextField, knowledge: MatchingKnowledge): void {
  const mass = knowledge.weights.source[field];
  const outer = tokens.filter((token) => !token.inner);
  for (const token of outer) {
    const mark = markOf(read, token, field);
    const known = into.get(token.term);
    const entry: Gathered = known ?? { token, surface: mark.text, field, mass, times: 0, marks: [], parts: new Map() };
    entry.times += 1;
    entry.marks.push(mark);
    if (!known) into.set(token.term, entry);
  }
  for (const token of tokens) {
    if (!token.inner) continue;
    const whole = outer.find((other) => other.start <= token.start && other.end >= token.end);
    const parts = whole && into.get(whole.term)?.parts;
    if (parts) parts.set(token.term, [...(parts.get(token.term) ?? []), markOf(read, token, field)]);
  }
}

function weigh(gathered: Map<string, Gathered>, knowledge: MatchingKnowledge): { concepts: ScenarioConcept[]; mass: number } {
  const { weights, statistics } = knowledge;
  const raw = [...gathered.values()].map((entry) => {
    const known = entry.token.concept >= 0 ? 1 : weights.plainWord * kindWeight(entry.token.term, knowledge);
    const weight = entry.mass * (1 + Math.log(entry.times) * 0.5) * statistics.telling(entry.token.term) ** weights.tellingPower * known;
    return { entry, weight };
  });
  raw.sort((a, b) => b.weight - a.weight || (a.entry.token.term < b.entry.token.term ? -1 : 1));
  const kept = raw.slice(0, weights.maxConcepts);
  const whole = kept.reduce((sum, { weight }) => sum + weight, 0);
  const telling = kept.filter(({ weight }) => weight >= whole * LEAST_SHARE);
  const mass = telling.reduce((sum, { weight }) => sum + weight, 0);
  const inTitle = telling.reduce((sum, { entry, weight }) => sum + (entry.field === 'title' ? weight : 0), 0);
  const [titleFactor, restFactor] = levels(inTitle / mass, weights.titleShare);
  const concepts = telling.map(({ entry, weight }) => ({
    surface: entry.surface,
    weight: (weight / mass) * (entry.field === 'title' ? titleFactor : restFactor),
    source: sourceOf(entry.field),
    marks: entry.marks,
    variants: variantsOf(entry, knowledge),
  }));
  return { concepts, mass };
}

function kindWeight(word: string, { segmenter, weights }: MatchingKnowledge): number {
  const kind = segmenter.kindOf(word);
  return kind === 'THING' ? 1 : kind === 'ACTION' ? weights.action : weights.other;
}

/** However long the need, the title keeps its share of the whole: it says what the scenario is. */
function levels(titleShare: number, leastShare: number): [title: number, rest: number] {
  if (!(titleShare > 0) || titleShare >= leastShare) return [1, 1];
  return [leastShare / titleShare, (1 - leastShare) / (1 - titleShare)];
}

function variantsOf({ token, surface, parts }: Gathered, { lexicon, weights, statistics }: MatchingKnowledge): ConceptVariant[] {
  const best = new Map<string, ConceptVariant>();
  const offer = (variant: ConceptVariant) => {
    if (variant.weight > (best.get(variant.term)?.weight ?? 0)) best.set(variant.term, variant);
  };
  offer({ text: surface, term: token.term, weight: 1, kind: 'SAME_WORD' });
  if (token.concept >= 0) {
    for (const { concept, weight, kind, isWider } of lexicon.bridgesFrom(token.concept)) {
      const factor = kind === 'ANSWERS' ? weights.answers : weights.broader;
      offer({ text: lexicon.name(concept), term: lexicon.term(concept), weight: weight * factor, kind, isWider });
    }
  }
  for (const [term, marks] of parts) {
    const text = marks[0]?.text ?? '';
    offer({ text, term, weight: weights.part * statistics.telling(term), kind: 'SAME_WORD', marks });
  }
  return [...best.values()];
}
