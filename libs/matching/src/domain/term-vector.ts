/**
 * What one text says, small enough to store: `terms` are 32-bit term ids (`termId`), ascending and each once;
 * `weights` are 1..255, in the same order. Forward and reverse retrieval is the integer product of two of them.
 */
export interface TermVector {
  terms: Uint32Array;
  weights: Uint8Array;
}

/** Stable id of a term in every process and database: FNV-1a over its UTF-16 units. */
export function termId(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i += 1) {
    const unit = term.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** Makes a vector of term ids and real weights; `scale` is the weight that becomes 255. Zero weights are dropped. */
export function toTermVector(weightOf: ReadonlyMap<number, number>, scale: number): TermVector {
  const terms = Uint32Array.from(weightOf.keys()).sort();
  const weights = new Uint8Array(terms.length);
  for (let i = 0; i < terms.length; i += 1) {
    const weight = weightOf.get(terms[i] as number) as number;
    weights[i] = Math.max(1, Math.min(255, Math.round((weight / scale) * 255)));
  }
  return { terms, weights };
}

/** n × uint32 (little endian), then n × uint8: the durable form. */
export function packVector(vector: TermVector): Uint8Array {
  const count = vector.terms.length;
  const packed = new Uint8Array(count * 5);
  const view = new DataView(packed.buffer);
  for (let i = 0; i < count; i += 1) view.setUint32(i * 4, vector.terms[i] as number, true);
  packed.set(vector.weights, count * 4);
  return packed;
}

/** @throws RangeError when the bytes are no packed vector. */
export function unpackVector(packed: Uint8Array): TermVector {
  if (packed.length % 5 !== 0) throw new RangeError(`not a packed vector: ${packed.length} bytes`);
  const count = packed.length / 5;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const terms = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) terms[i] = view.getUint32(i * 4, true);
  return { terms, weights: packed.slice(count * 4) };
}

/** The evidence two vectors give each other; exact, and the same from either side. */
export function vectorProduct(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const left = a.terms[i] as number;
    const right = b.terms[j] as number;
    if (left === right) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}
