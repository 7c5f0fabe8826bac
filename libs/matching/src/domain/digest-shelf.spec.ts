import { aCapability } from '../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../create-matcher';
import { DigestShelf } from './digest-shelf';

const matcher = createMatcher();

describe('the shelf of digests', () => {
  it('answers the digest it has while nothing of the profile changed', () => {
    const shelf = new DigestShelf(matcher);
    const first = shelf.of(aCapability({ id: 'c1', name: '烟感', technologyTags: ['物联网'] }));
    expect(shelf.of(aCapability({ id: 'c1', name: '烟感', technologyTags: ['物联网'] }))).toBe(first);
  });

  it.each([
    ['text', { name: '视频烟火识别' }],
    ['a list', { technologyTags: ['物联网', '视频分析'] }],
    ['a certificate', { qualifications: [{ code: 'CMMI', level: '3', validUntil: '2027-01-01', verified: true }] }],
    ['the firm', { isLocal: true }],
  ])('digests anew when %s changed', (_what, change) => {
    const shelf = new DigestShelf(matcher);
    const before = { id: 'c1', name: '烟感', technologyTags: ['物联网'] };
    shelf.of(aCapability(before));
    const changed = aCapability({ ...before, ...change });
    expect(shelf.of(changed)).toEqual(matcher.digest(changed));
  });

  it('lets the longest unused go when it is full', () => {
    const shelf = new DigestShelf(matcher, 2);
    const [one, two, three] = ['c1', 'c2', 'c3'].map((id) => aCapability({ id, name: '烟感' }));
    const first = shelf.of(one!);
    const second = shelf.of(two!);
    shelf.of(one!);
    shelf.of(three!);
    expect(shelf.of(one!)).toBe(first);
    expect(shelf.of(two!)).not.toBe(second);
  });
});
