import type { Candidate } from './candidate-finder';

/** More evidence first; equal evidence in the order of public ids, so that every engine gives one order. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.evidence !== b.evidence) return b.evidence - a.evidence;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Keeps the best `limit` of many offers in a heap whose top is the worst kept. */
export class TopCandidates {
  private readonly heap: Candidate[] = [];

  constructor(private readonly limit: number) {}

  wouldTake(evidence: number): boolean {
    const worst = this.heap[0];
    return this.limit > 0 && (this.heap.length < this.limit || worst === undefined || evidence >= worst.evidence);
  }

  offer(id: string, evidence: number): void {
    const candidate = { id, evidence };
    if (this.heap.length < this.limit) {
      this.heap.push(candidate);
      this.rise(this.heap.length - 1);
    } else if (this.limit > 0 && compareCandidates(candidate, this.heap[0] as Candidate) < 0) {
      this.heap[0] = candidate;
      this.sink();
    }
  }

  bestFirst(): Candidate[] {
    return [...this.heap].sort(compareCandidates);
  }

  private rise(index: number): void {
    for (let child = index; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.isWorse(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private sink(): void {
    for (let parent = 0; ; ) {
      const left = parent * 2 + 1;
      let worst = parent;
      if (left < this.heap.length && this.isWorse(left, worst)) worst = left;
      if (left + 1 < this.heap.length && this.isWorse(left + 1, worst)) worst = left + 1;
      if (worst === parent) return;
      this.swap(parent, worst);
      parent = worst;
    }
  }

  private isWorse(a: number, b: number): boolean {
    return compareCandidates(this.heap[a] as Candidate, this.heap[b] as Candidate) > 0;
  }

  private swap(a: number, b: number): void {
    const held = this.heap[a] as Candidate;
    this.heap[a] = this.heap[b] as Candidate;
    this.heap[b] = held;
  }
}
