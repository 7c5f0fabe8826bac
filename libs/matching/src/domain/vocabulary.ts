import { termId } from './term-vector';

/** Small numbers for terms, in this process only; what leaves the process carries `termId`. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [];
  private readonly ids: number[] = [];

  number(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const next = this.terms.push(term) - 1;
    this.ids.push(termId(term));
    this.numbers.set(term, next);
    return next;
  }

  term(number: number): string {
    return this.terms[number] as string;
  }

  termId(number: number): number {
    return this.ids[number] as number;
  }

  get size(): number {
    return this.terms.length;
  }
}
