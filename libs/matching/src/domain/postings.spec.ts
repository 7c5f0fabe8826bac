import { Postings } from './postings';
import { type TermVector, toTermVector, vectorProduct } from './term-vector';
import { compareCandidates } from './top-candidates';

/** Small repeatable numbers: the same entries in every run. */
function series(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
}

function someVector(next: () => number): TermVector {
  const weights = new Map<number, number>();
  for (let i = 0; i < 12; i += 1) weights.set(1 + Math.floor(next() * 80), 0.1 + next() * 0.9);
  return toTermVector(weights, 1);
}

const entries = (count: number, seed: number) => {
  const next = series(seed);
  return new Map(Array.from({ length: count }, (_, i) => [`c${String(i).padStart(5, '0')}`, someVector(next)] as [string, TermVector]));
};

const exhaustive = (held: ReadonlyMap<string, TermVector>, query: TermVector, limit: number) =>
  [...held].map(([id, vector]) => ({ id, evidence: vectorProduct(vector, query) }))
    .filter(({ evidence }) => evidence > 0).sort(compareCandidates).slice(0, limit);

describe('postings', () => {
  it('answer as scoring every entry would, ties by public id', () => {
    const held = entries(3000, 1);
    const postings = new Postings();
    for (const [id, vector] of [...held].reverse()) postings.put(id, vector);
    const next = series(2);
    for (let i = 0; i < 20; i += 1) {
      const query = someVector(next);
      expect(postings.query(query, 50)).toEqual(exhaustive(held, query, 50));
    }
  });

  it('equal a rebuild after entries were added, replaced and removed, merged or not', () => {
    const held = new Map(entries(2500, 3));
    const postings = new Postings();
    for (const [id, vector] of held) postings.put(id, vector);
    for (const [id, vector] of entries(700, 4)) {
      held.set(id, vector);
      postings.put(id, vector);
    }
    for (let i = 0; i < 2500; i += 7) {
      const id = `c${String(i).padStart(5, '0')}`;
      held.delete(id);
      postings.remove(id);
    }
    const query = someVector(series(5));
    const before = postings.query(query, 100);
    expect(before).toEqual(exhaustive(held, query, 100));
    postings.compact();
    expect(postings.query(query, 100)).toEqual(before);
    expect(postings.size).toBe(held.size);
  });

  it('forget the old words of a replaced entry', () => {
    const postings = new Postings();
    postings.put('c1', toTermVector(new Map([[1, 1]]), 1));
    postings.put('c1', toTermVector(new Map([[2, 1]]), 1));
    expect(postings.query(toTermVector(new Map([[1, 1]]), 1), 10)).toEqual([]);
    expect(postings.query(toTermVector(new Map([[2, 1]]), 1), 10)).toEqual([{ id: 'c1', evidence: 255 * 255 }]);
  });

  it('do nothing when asked to remove what they do not hold', () => {
    const postings = new Postings();
    postings.remove('nobody');
    expect(postings.size).toBe(0);
    expect(postings.query(toTermVector(new Map([[1, 1]]), 1), 0)).toEqual([]);
  });
});
