import type { ThesaurusConcept } from './thesaurus';

/** From a concept a scenario asks for to one a capability may offer. */
export interface Bridge {
  concept: number;
  weight: number;
  kind: 'BROADER' | 'ANSWERS';
  /** The capability's concept is the wider of the two. */
  isWider: boolean;
}

interface Step {
  concept: number;
  weight: number;
}

/** A capability that is only of the general kind answers a special wish less than the other way round. */
const TO_BROADER = 0.5;
/** A special product of the kind that answers; and what answers the wider need a wish is only one part of. */
const KIND_OF_ANSWER = 0.8;
const NEED_OF_KIND = 0.35;
const LEAST = 0.2;
const DEEPEST = 4;

/**
 * All bridges of each concept: its narrower concepts (a wish for the general is met by the special), its broader
 * ones at a discount, and the kinds of product that answer it or the need it is a kind of. Weights multiply along
 * the way; the strongest way to a concept counts, and ways weaker than 0.2 are dropped.
 */
export function bridgesOf(concepts: readonly ThesaurusConcept[]): Bridge[][] {
  const indexOf = new Map(concepts.map((concept, index) => [concept.name, index]));
  const resolve = (relations: ThesaurusConcept['broader']): Step[] =>
    relations.flatMap(({ name, weight }) => {
      const concept = indexOf.get(name);
      return concept === undefined ? [] : [{ concept, weight }];
    });
  const broader = concepts.map((concept) => resolve(concept.broader));
  const answers = concepts.map((concept) => resolve(concept.answeredBy));
  const narrower: Step[][] = concepts.map(() => []);
  broader.forEach((steps, from) => steps.forEach((step) => narrower[step.concept]?.push({ concept: from, weight: step.weight })));

  return concepts.map((_, index) => {
    const best = new Map<number, Bridge>();
    const offer = (concept: number, weight: number, kind: Bridge['kind'], isWider = false) => {
      if (concept === index || weight < LEAST || weight <= (best.get(concept)?.weight ?? 0)) return;
      best.set(concept, { concept, weight, kind, isWider });
    };
    const ups = reach(index, broader);
    for (const down of reach(index, narrower)) offer(down.concept, down.weight, 'BROADER');
    for (const up of ups) offer(up.concept, up.weight * TO_BROADER, 'BROADER', true);
    for (const need of [{ concept: index, weight: 1 }, ...ups.map((up) => ({ ...up, weight: up.weight * NEED_OF_KIND }))]) {
      for (const answer of answers[need.concept] as Step[]) {
        const weight = need.weight * answer.weight;
        offer(answer.concept, weight, 'ANSWERS');
        for (const kind of reach(answer.concept, narrower)) offer(kind.concept, weight * kind.weight * KIND_OF_ANSWER, 'ANSWERS');
      }
    }
    return [...best.values()].sort((a, b) => b.weight - a.weight || a.concept - b.concept);
  });
}

function reach(from: number, steps: readonly Step[][]): Step[] {
  const best = new Map<number, number>();
  let frontier: Step[] = [{ concept: from, weight: 1 }];
  for (let depth = 0; depth < DEEPEST && frontier.length > 0; depth += 1) {
    const next: Step[] = [];
    for (const at of frontier) {
      for (const step of steps[at.concept] as Step[]) {
        const weight = at.weight * step.weight;
        if (weight < LEAST || weight <= (best.get(step.concept) ?? 0)) continue;
        best.set(step.concept, weight);
        next.push({ concept: step.concept, weight });
      }
    }
    frontier = next;
  }
  return [...best].map(([concept, weight]) => ({ concept, weight }));
}
