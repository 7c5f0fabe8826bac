import { LinkSeal } from './link-seal';

const seal = new LinkSeal('s'.repeat(32));

describe('the seal of a link', () => {
  const seed = seal.seed();
  const { token, hash } = seal.tokenOf(seed, 'CONSENT');

  it('makes the same token from the same seed, and stands in an address as it is', () => {
    expect(seal.tokenOf(seed, 'CONSENT').token).toBe(token);
    expect(encodeURIComponent(token)).toBe(token);
    expect(seal.hashOf(token, 'CONSENT')).toEqual(hash);
  });

  it('makes another token from another seed or with another key', () => {
    expect(seal.tokenOf(seal.seed(), 'CONSENT').token).not.toBe(token);
    expect(new LinkSeal('t'.repeat(32)).tokenOf(seed, 'CONSENT').token).not.toBe(token);
  });

  it('refuses another purpose, another key, a changed sign and whatever else people type', () => {
    const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    expect(seal.hashOf(token, 'INVITATION')).toBeUndefined();
    expect(new LinkSeal('t'.repeat(32)).hashOf(token, 'CONSENT')).toBeUndefined();
    for (const garbage of [changed, `${token}A`, token.slice(1), '', 'x'.repeat(64), '../../etc', '％'.repeat(64)]) {
      expect(seal.hashOf(garbage, 'CONSENT')).toBeUndefined();
    }
  });

  it('holds neither the seed nor the digest in the token', () => {
    const bytes = Buffer.from(token, 'base64url');
    expect(bytes.includes(seed.subarray(0, 8))).toBe(false);
    expect(bytes.includes(hash.subarray(0, 8))).toBe(false);
  });
});
