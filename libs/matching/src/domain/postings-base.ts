/** The packed, unchanging part of a postings index: for each term a run of internal ids and weights. */
export class PostingsBase {
  static readonly EMPTY = new PostingsBase(new Map(), new Uint32Array(1), new Uint32Array(0), new Uint8Array(0), 0);

  private constructor(
    private readonly rowOf: ReadonlyMap<number, number>,
    private readonly starts: Uint32Array,
    private readonly entryIds: Uint32Array,
    private readonly weights: Uint8Array,
    readonly entries: number,
  ) {}

  add(term: number, queryWeight: number, scores: Uint32Array, touched: number[]): void {
    const row = this.rowOf.get(term);
    if (row === undefined) return;
    const end = this.starts[row + 1] as number;
    for (let i = this.starts[row] as number; i < end; i += 1) {
      const entry = this.entryIds[i] as number;
      if (scores[entry] === 0) touched.push(entry);
      scores[entry] = (scores[entry] as number) + queryWeight * (this.weights[i] as number);
    }
  }

  /** A new base of what is kept here and in the delta. `renumbered` gives the new id plus one, 0 for the dead. */
  merge(delta: ReadonlyMap<number, readonly number[]>, renumbered: Uint32Array, entries: number): PostingsBase {
    const terms = new Set([...this.rowOf.keys(), ...delta.keys()]);
    const rowOf = new Map<number, number>();
    const starts = new Uint32Array(terms.size + 1);
    let room = this.entryIds.length;
    for (const list of delta.values()) room += list.length / 2;
    const entryIds = new Uint32Array(room);
    const weights = new Uint8Array(room);
    let at = 0;
    const keep = (entry: number, weight: number) => {
      const renumberedEntry = renumbered[entry] as number;
      if (renumberedEntry === 0) return;
      entryIds[at] = renumberedEntry - 1;
      weights[at] = weight;
      at += 1;
    };
    for (const term of terms) {
      const before = at;
      this.each(term, keep);
      const list = delta.get(term) ?? [];
      for (let i = 0; i < list.length; i += 2) keep(list[i] as number, list[i + 1] as number);
      if (at === before) continue;
      rowOf.set(term, rowOf.size);
      starts[rowOf.size] = at;
    }
    return new PostingsBase(rowOf, starts, entryIds.slice(0, at), weights.slice(0, at), entries);
  }

  private each(term: number, visit: (entry: number, weight: number) => void): void {
    const row = this.rowOf.get(term);
    if (row === undefined) return;
    const end = this.starts[row + 1] as number;
    for (let i = this.starts[row] as number; i < end; i += 1) visit(this.entryIds[i] as number, this.weights[i] as number);
  }
}
