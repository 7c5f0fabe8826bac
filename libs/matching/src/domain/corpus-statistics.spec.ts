import { CorpusStatistics } from './corpus-statistics';

const corpus = () => CorpusStatistics.count(Array.from({ length: 300 }, (_, i) => (i < 200 ? ['平台', `词${i}`] : ['烟感', '平台'])));

describe('corpus statistics', () => {
  it('make a word tell less the more texts have it', () => {
    const statistics = corpus();
    expect(statistics.telling('平台')).toBeLessThan(statistics.telling('烟感'));
    expect(statistics.telling('烟感')).toBeLessThan(statistics.telling('未见词'));
    expect(statistics.telling('未见词')).toBeLessThanOrEqual(1);
  });

  it('know general language where there is no corpus', () => {
    const statistics = CorpusStatistics.empty();
    expect(statistics.telling('管理')).toBeLessThan(statistics.telling('烟感'));
  });

  it('say the same, under the same version, when loaded again', () => {
    const again = CorpusStatistics.parse(corpus().serialise());
    expect(again.version).toBe(corpus().version);
    expect(again.telling('烟感')).toBe(corpus().telling('烟感'));
    expect(again.share('平台')).toBe(1);
  });

  it('have another version after the corpus has changed', () => {
    expect(CorpusStatistics.count([['烟感'], ['烟感']]).version).not.toBe(corpus().version);
  });

  it('refuse a text they did not write', () => {
    expect(() => CorpusStatistics.parse('{}')).toThrow(SyntaxError);
  });
});
