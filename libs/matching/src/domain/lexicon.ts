import { normalise } from './normalise';
import { type Bridge, bridgesOf } from './thesaurus-bridges';
import type { Thesaurus, ThesaurusConcept, Wording } from './thesaurus';

/** A wording of a thesaurus concept met in a normalised text. `inner` is one that lies inside a longer one. */
export interface ConceptHit {
  concept: number;
  kind: Wording['kind'];
  start: number;
  end: number;
  inner: boolean;
}

interface Node {
  next: Map<number, Node>;
  concept: number;
  kind: Wording['kind'];
}

const LATIN = /[a-z0-9]/;

/** A thesaurus made ready for reading texts: finds wordings, longest first, and knows what each concept leads to. */
export class Lexicon {
  readonly version: string;
  private readonly concepts: readonly ThesaurusConcept[];
  private readonly root: Node = newNode();
  private readonly bridges: readonly (readonly Bridge[])[];

  constructor(thesaurus: Thesaurus) {
    this.version = thesaurus.version;
    this.concepts = thesaurus.concepts;
    this.concepts.forEach((concept, index) => {
      for (const wording of concept.wordings) this.insert(normalise(wording.text).text, index, wording.kind);
    });
    this.bridges = bridgesOf(this.concepts);
  }

  /** The term that stands for a concept in vectors and statistics, whatever wording was met. */
  term(concept: number): string {
    return `#${this.name(concept)}`;
  }

  name(concept: number): string {
    return (this.concepts[concept] as ThesaurusConcept).name;
  }

  /** How a normalised wording stands to the name of its concept; undefined where it is no whole wording. */
  kindOf(text: string): Wording['kind'] | undefined {
    return this.hitsAt(text, 0).find(({ end }) => end === text.length)?.kind;
  }

  /** What a scenario's concept is also met by, with the relation that says so. */
  bridgesFrom(concept: number): readonly Bridge[] {
    return this.bridges[concept] as readonly Bridge[];
  }

  /** All wordings in a normalised text, from left to right; those inside a longer one are marked `inner`. */
  scan(text: string): ConceptHit[] {
    const hits: ConceptHit[] = [];
    let covered = 0;
    for (let start = 0; start < text.length; start += 1) {
      if (!this.root.next.has(text.charCodeAt(start))) continue;
      const found = this.hitsAt(text, start);
      for (let i = found.length - 1; i >= 0; i -= 1) {
        const hit = found[i] as ConceptHit;
        hit.inner = hit.end <= covered || i < found.length - 1;
        if (hit.start < covered && hit.end > covered) continue;
        hits.push(hit);
        if (!hit.inner) covered = hit.end;
      }
    }
    return hits;
  }

  private hitsAt(text: string, start: number): ConceptHit[] {
    const found: ConceptHit[] = [];
    let node: Node | undefined = this.root;
    for (let end = start; end < text.length; ) {
      node = node.next.get(text.charCodeAt(end));
      if (!node) break;
      end += 1;
      if (node.concept >= 0 && standsAlone(text, start, end)) {
        found.push({ concept: node.concept, kind: node.kind, start, end, inner: false });
      }
    }
    return found;
  }

  private insert(text: string, concept: number, kind: Wording['kind']): void {
    let node = this.root;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      const next = node.next.get(unit) ?? newNode();
      node.next.set(unit, next);
      node = next;
    }
    if (node.concept >= 0) return;
    node.concept = concept;
    node.kind = kind;
  }
}

function newNode(): Node {
  return { next: new Map(), concept: -1, kind: 'SAME_WORD' };
}

/** Latin wordings count only as whole words: no MES in `times`. */
function standsAlone(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  const last = text.charAt(end - 1);
  if (LATIN.test(first) && start > 0 && LATIN.test(text.charAt(start - 1))) return false;
  return !(LATIN.test(last) && end < text.length && LATIN.test(text.charAt(end)));
}
