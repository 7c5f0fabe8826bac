import { termId } from '@mantianxing/matching';
import { journalNote } from './change-journal';
import { asideBegan, asideName, liveName, recipes } from './index-names';
import { TIER_ATTRIBUTES, termWord, tiersOf, weightOfRank } from './term-tiers';

describe('terms as words of the engine', () => {
  it('are seven letters, another word for another term', () => {
    const ids = [0, 1, 25, 26, 2 ** 31, 2 ** 32 - 1, termId('#火灾隐患'), termId('烟感')];
    const made = ids.map(termWord);
    for (const word of made) expect(word).toMatch(/^[a-z]{7}$/);
    expect(new Set(made).size).toBe(ids.length);
  });

  it('stand in the attribute of their weight, which the engine’s rank gives back within an eighth', () => {
    const weights = [1, 31, 32, 100, 128, 200, 255];
    const tiers = tiersOf({ terms: Uint32Array.from(weights, (_, i) => i), weights: Uint8Array.from(weights) });
    weights.forEach((weight, term) => {
      const place = TIER_ATTRIBUTES.findIndex((attribute) => tiers[attribute]?.split(' ').includes(termWord(term)));
      expect(Math.abs(weightOfRank((TIER_ATTRIBUTES.length - place) / TIER_ATTRIBUTES.length) - weight)).toBeLessThanOrEqual(16);
    });
  });
});

describe('index names', () => {
  it('are the deployment’s own, for matching and for people', () => {
    expect(liveName('a-', 'matching', 'capability')).toBe('a-capabilities');
    expect(liveName('a-', 'people', 'scenario')).toBe('a-scenarios-people');
  });

  it('tell an aside index of one index from those of another, and when it was begun', () => {
    const aside = asideName('a-scenarios');
    expect(Math.abs((asideBegan('a-scenarios', aside) ?? 0) - Date.now())).toBeLessThan(5000);
    expect(asideBegan('a-scenarios-people', aside)).toBeUndefined();
    expect(asideBegan('a-scenarios', 'a-scenarios-people')).toBeUndefined();
    expect(asideName('a-scenarios')).not.toBe(aside);
  });

  it('change their settings’ hash with the settings alone', () => {
    const [none, some] = [recipes([]), recipes([['烟感', '感烟探测器']])];
    expect(recipes([])).toEqual(none);
    const hashes = (all: typeof none, use: string) => all.filter((one) => one.use === use).map(({ settingsHash }) => settingsHash);
    expect(hashes(some, 'matching')).toEqual(hashes(none, 'matching'));
    expect(hashes(some, 'people')).not.toEqual(hashes(none, 'people'));
    expect(some.find(({ use }) => use === 'people')?.settings.synonyms).toEqual({ 烟感: ['感烟探测器'], 感烟探测器: ['烟感'] });
  });
});

describe('writing to the engine', () => {
  it('names the entries in the task’s note', () => expect(journalNote(['a', 'b'])).toBe('ids:a,b'));
});
