import { packVector, termId, toTermVector, unpackVector, vectorProduct } from './term-vector';

const vector = (weights: Record<string, number>) => toTermVector(new Map(Object.entries(weights).map(([term, weight]) => [termId(term), weight])), 1);

describe('term vectors', () => {
  it('come back from their packed form as they were', () => {
    const packed = packVector(vector({ 烟感: 0.4, '#制造执行系统': 1 }));
    expect(packed).toHaveLength(10);
    expect(unpackVector(packed)).toEqual(vector({ 烟感: 0.4, '#制造执行系统': 1 }));
  });

  it('refuse bytes that are no vector', () => {
    expect(() => unpackVector(new Uint8Array(7))).toThrow(RangeError);
  });

  it('give each other the same evidence from either side', () => {
    const [a, b] = [vector({ 烟感: 0.4, 监测: 0.2 }), vector({ 监测: 1, 平台: 1 })];
    expect(vectorProduct(a, b)).toBe(51 * 255);
    expect(vectorProduct(b, a)).toBe(vectorProduct(a, b));
  });

  it('know a term by the same number in every process', () => {
    expect(termId('烟感')).toBe(termId('烟感'));
    expect(termId('烟感')).not.toBe(termId('感烟'));
  });
});
