import { boilerplateSpans, negatedSpans, notOfferedSpans, type Span } from './negation';
import { normalise } from './normalise';
import { LIST_SEPARATOR } from './profile-fields';
import type { CapabilityProfile, ScenarioProfile } from './profile';

/** Some 1,500 tokens: what every usual model takes without cutting. */
const MOST_UNITS = 2000;
/** Ways to reach a person that somebody wrote into free text. */
const CONTACTS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d{17}[\dx]|(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]\d{7,8}/gi;

/**
 * All that leaves the house of a scenario: what is wanted. Never what is ruled out (it is no evidence), sentences
 * of procedure (money, dates, contacts), or ways to reach a person. Same text, same vector.
 */
export function scenarioEmbeddingText({ title, technologyTags, need, inScope }: ScenarioProfile): string {
  const parts = [title, technologyTags.join(LIST_SEPARATOR)];
  const told = [need, inScope].map((field) => without(field, (text) => [...negatedSpans(text), ...boilerplateSpans(text)]));
  return joined([...parts.map((field) => without(field, negatedSpans)), ...told]);
}

/** All that leaves the house of a capability: what is offered; not the firm, its references or what it says it does not do. */
export function capabilityEmbeddingText({ name, summary, technologyTags, description }: CapabilityProfile): string {
  return joined([name, summary, technologyTags.join(LIST_SEPARATOR), description].map((field) => without(field, notOfferedSpans)));
}

function without(verbatim: string, spansOf: (text: string) => Span[]): string {
  const { text } = normalise(verbatim);
  let [kept, from] = ['', 0];
  for (const { start, end } of spansOf(text).sort((a, b) => a.start - b.start)) {
    if (start > from) kept += text.slice(from, start);
    from = Math.max(from, end);
  }
  return (kept + text.slice(from)).replace(CONTACTS, '').replace(/\s+/g, ' ').trim();
}

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n').slice(0, MOST_UNITS).replace(/[\ud800-\udbff]$/, '');
}
