import { isRenewalDue } from './renew-statistics';

describe('a new epoch of statistics', () => {
  it('waits until the directory says something about the language of the field', () => {
    expect(isRenewalDue(19, undefined)).toBe(false);
    expect(isRenewalDue(20, undefined)).toBe(true);
  });

  it('is due when the directory has grown or shrunk by half, and not before', () => {
    expect(isRenewalDue(97, 65)).toBe(false);
    expect(isRenewalDue(98, 65)).toBe(true);
    expect(isRenewalDue(40, 65)).toBe(true);
    expect(isRenewalDue(65, 65)).toBe(false);
  });
});
