import type { ConceptVariant, DistilledScenario } from './distilled-scenario';
import type { DigestedCapability } from './digest-capability';
import type { MatchWeights } from './match-weights';
import type { Vocabulary } from './vocabulary';

interface Way {
  concept: number;
  variant: ConceptVariant;
}

/** How one concept of the scenario is met: by which term, by which way of saying it, and what that adds to the raw sum. */
export interface ConceptEvidence {
  concept: number;
  variant: ConceptVariant;
  term: number;
  amount: number;
}

/** The words' part of a score. `total` is the sum of the amounts. */
export interface PairEvidence {
  total: number;
  met: ConceptEvidence[];
}

const SOURCE_FOCUS = { TITLE: 1, TAG: 1, NEED: 0.85, BACKGROUND: 0.5 } as const;

/** What the concepts of a scenario of usual length weigh. */
const USUAL_MASS = 8;

/** One scenario laid out for scoring many capabilities; 10 µs a pair or less. */
export class ScenarioEvidence {
  private readonly ways = new Map<number, Way[]>();
  private readonly best: Float64Array;
  private readonly focus: Float64Array;
  private readonly bestWay: (Way | undefined)[];
  private readonly bestTerm: Int32Array;
  private readonly amountFactor: number;

  constructor(
    readonly scenario: DistilledScenario,
    private readonly weights: MatchWeights,
    vocabulary: Vocabulary,
  ) {
    scenario.concepts.forEach((concept, index) => {
      for (const variant of concept.variants) {
        const number = vocabulary.number(variant.term);
        const ways = this.ways.get(number) ?? [];
        ways.push({ concept: index, variant });
        this.ways.set(number, ways);
      }
    });
    this.amountFactor = (scenario.mass / USUAL_MASS) ** weights.amount;
    this.best = new Float64Array(scenario.concepts.length);
    this.focus = new Float64Array(scenario.concepts.length);
    this.bestWay = new Array<Way | undefined>(scenario.concepts.length);
    this.bestTerm = new Int32Array(scenario.concepts.length);
  }

  /** The raw sum alone, for ranking many pairs. */
  total(digest: DigestedCapability): number {
    this.meet(digest);
    let total = 0;
    for (let concept = 0; concept < this.best.length; concept += 1) total += this.amount(concept);
    return total * this.coreFactor();
  }

  evidence(digest: DigestedCapability): PairEvidence {
    this.meet(digest);
    const factor = this.coreFactor();
    const met: ConceptEvidence[] = [];
    let total = 0;
    for (let concept = 0; concept < this.best.length; concept += 1) {
      const way = this.bestWay[concept];
      if (!way) continue;
      const amount = this.amount(concept);
      total += amount;
      met.push({ concept, variant: way.variant, term: this.bestTerm[concept] as number, amount: amount * factor });
    }
    return { total: total * factor, met };
  }

  private amount(concept: number): number {
    const weight = this.scenario.concepts[concept]?.weight ?? 0;
    const covered = this.weights.coverage * weight * (this.best[concept] as number);
    return (covered + this.weights.focus * (this.focus[concept] as number)) * this.amountFactor;
  }

  private coreFactor(): number {
    const { concepts } = this.scenario;
    for (let i = 0; i < concepts.length; i += 1) {
      const source = concepts[i]?.source;
      if ((source === 'TITLE' || source === 'TAG') && (this.best[i] as number) > 0.25) return 1;
    }
    return this.weights.withoutCore;
  }

  private meet(digest: DigestedCapability): void {
    this.best.fill(0);
    this.focus.fill(0);
    this.bestWay.fill(undefined);
    const { terms, strength, focus } = digest;
    for (let i = 0; i < terms.length; i += 1) {
      const ways = this.ways.get(terms[i] as number);
      if (!ways) continue;
      let asked = 0;
      let askedBy = 0;
      for (const way of ways) {
        const { concept, variant } = way;
        const amount = variant.weight * (strength[i] as number);
        if (amount > (this.best[concept] as number)) {
          this.best[concept] = amount;
          this.bestWay[concept] = way;
          this.bestTerm[concept] = terms[i] as number;
        }
        const wish = variant.weight * SOURCE_FOCUS[this.scenario.concepts[concept]?.source ?? 'BACKGROUND'];
        if (wish > asked) {
          asked = wish;
          askedBy = concept;
        }
      }
      this.focus[askedBy] = (this.focus[askedBy] as number) + asked * (focus[i] as number);
    }
  }
}
