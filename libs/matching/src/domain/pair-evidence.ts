import type { ConceptVariant, DistilledScenario, ScenarioConcept } from './distilled-scenario';
import type { DigestedCapability } from './digest-capability';
import { type MatchWeights, scenarioScale } from './match-weights';
import { labelsOf, type ScenarioLabels } from './structured-fit';
import { TermTable } from './term-table';
import type { Vocabulary } from './vocabulary';

/** How one concept of the scenario is met: by which way of saying it, and what that adds to the raw sum. */
export interface ConceptEvidence {
  concept: number;
  variant: ConceptVariant;
  amount: number;
}

/** The words' part of a score. `total` is the sum of the amounts. */
export interface PairEvidence {
  total: number;
  met: ConceptEvidence[];
}

/** Whose words meet a concept: a place in the list of members. */
export interface MemberEvidence extends ConceptEvidence {
  member: number;
}

export interface JointEvidence {
  total: number;
  met: MemberEvidence[];
}

/** From here a word of title or tags counts as met. */
const CORE_MET = 0.25;
/** From here any word of the scenario has a clear counterpart. */
const NEED_MET = 0.3;

/** One scenario laid out for scoring many capabilities; about 2 µs a pair. */
export class ScenarioEvidence {
  readonly labels: ScenarioLabels;
  /** What shared labels and held conditions are multiplied by. */
  readonly labelScale: number;
  private readonly rows: TermTable;
  /** Ways of term row r: from `rowStarts[r]` up to the next start. */
  private readonly rowStarts: number[] = [];
  private readonly wayConcept: number[] = [];
  private readonly wayVariant: ConceptVariant[] = [];
  private readonly wayWeight: number[] = [];
  private readonly best: Float64Array;
  private readonly bestWay: Int32Array;
  private readonly share: Float64Array;
  private readonly isCore: boolean[];

  constructor(
    readonly scenario: DistilledScenario,
    private readonly weights: MatchWeights,
    vocabulary: Vocabulary,
  ) {
    const { concepts } = scenario;
    this.labels = labelsOf(scenario.profile);
    this.rows = new TermTable(this.layOut(concepts, vocabulary));
    const scale = scenarioScale(scenario.mass, scenario.profile.technologyTags.length > 0, weights);
    this.labelScale = scale.labels;
    this.best = new Float64Array(concepts.length);
    this.bestWay = new Int32Array(concepts.length);
    this.share = Float64Array.from(concepts, ({ weight }) => weight * scale.words);
    this.isCore = concepts.map(({ source }) => source === 'TITLE' || source === 'TAG');
  }

  private layOut(concepts: readonly ScenarioConcept[], vocabulary: Vocabulary): Map<number, number> {
    const ways = new Map<number, { concept: number; variant: ConceptVariant }[]>();
    concepts.forEach(({ variants }, concept) => {
      for (const variant of variants) {
        const number = vocabulary.number(variant.term);
        const known = ways.get(number);
        if (known) known.push({ concept, variant });
        else ways.set(number, [{ concept, variant }]);
      }
    });
    const rows = new Map<number, number>();
    for (const [number, waysOfTerm] of ways) {
      rows.set(number, this.rowStarts.push(this.wayConcept.length) - 1);
      for (const { concept, variant } of waysOfTerm) {
        this.wayConcept.push(concept);
        this.wayVariant.push(variant);
        this.wayWeight.push(variant.weight);
      }
    }
    this.rowStarts.push(this.wayConcept.length);
    return rows;
  }

  /** The raw sum alone, for ranking many pairs. */
  total(digest: DigestedCapability): number {
    this.meet(digest);
    let total = 0;
    for (let concept = 0; concept < this.best.length; concept += 1) total += this.amount(concept);
    return total * this.coreFactor();
  }

  /** The same sum with what each concept adds to it. */
  evidence(digest: DigestedCapability): PairEvidence {
    this.meet(digest);
    const factor = this.coreFactor();
    const met: ConceptEvidence[] = [];
    let total = 0;
    for (let concept = 0; concept < this.best.length; concept += 1) {
      if (this.best[concept] === 0) continue;
      const amount = this.amount(concept);
      total += amount;
      met.push({ concept, variant: this.wayVariant[this.bestWay[concept] as number] as ConceptVariant, amount: amount * factor });
    }
    return { total: total * factor, met };
  }

  /** What several meet together: each concept counts once, for the member that meets it best, the first on a tie. */
  jointEvidence(digests: readonly DigestedCapability[]): JointEvidence {
    const strongest = new Float64Array(this.best.length);
    const owner = new Int32Array(this.best.length).fill(-1);
    const way = new Int32Array(this.best.length);
    digests.forEach((digest, member) => {
      this.meet(digest);
      this.best.forEach((met, concept) => {
        if (met <= (strongest[concept] as number)) return;
        strongest[concept] = met;
        owner[concept] = member;
        way[concept] = this.bestWay[concept] as number;
      });
    });
    this.best.set(strongest);
    const factor = this.coreFactor();
    const met: MemberEvidence[] = [];
    owner.forEach((member, concept) => {
      if (member < 0) return;
      const variant = this.wayVariant[way[concept] as number] as ConceptVariant;
      met.push({ concept, variant, member, amount: this.amount(concept) * factor });
    });
    return { total: met.reduce((sum, { amount }) => sum + amount, 0), met };
  }

  private amount(concept: number): number {
    return (this.share[concept] as number) * (this.best[concept] as number);
  }

  /** Whether a word of title or tags is met. */
  meetsCore(digest: DigestedCapability): boolean {
    this.meet(digest);
    return this.isCoreMet();
  }

  /** How many of the scenario's words have a clear counterpart. */
  needsMet(digest: DigestedCapability): number {
    this.meet(digest);
    return this.best.reduce((count, met) => count + (met > NEED_MET ? 1 : 0), 0);
  }

  private coreFactor(): number {
    return this.isCoreMet() ? 1 : this.weights.withoutCore;
  }

  private isCoreMet(): boolean {
    for (let concept = 0; concept < this.best.length; concept += 1) {
      if (this.isCore[concept] && (this.best[concept] as number) > CORE_MET) return true;
    }
    return false;
  }

  private meet({ terms, strength }: DigestedCapability): void {
    this.best.fill(0);
    for (let i = 0; i < terms.length; i += 1) {
      const row = this.rows.get(terms[i] as number);
      if (row < 0) continue;
      const end = this.rowStarts[row + 1] as number;
      for (let way = this.rowStarts[row] as number; way < end; way += 1) {
        const concept = this.wayConcept[way] as number;
        const amount = (this.wayWeight[way] as number) * (strength[i] as number);
        if (amount > (this.best[concept] as number)) {
          this.best[concept] = amount;
          this.bestWay[concept] = way;
        }
      }
    }
  }
}
