import { isUscc, normalUscc } from './uscc';

describe('the unified social credit code', () => {
  it.each(['91350100M000100Y43', '9144030071526726XG', '914403001922038216'])(
    '%s has the right check character',
    (code) => {
      expect(isUscc(code)).toBe(true);
    },
  );

  it.each([
    ['91350100M000100Y44', 'another check character'],
    ['91350100M000100Y4', 'a character too few'],
    ['91350100M000100Y4I', 'a letter the code does not use'],
    ['91530100M000100Y43', 'two digits exchanged'],
  ])('%s is refused: %s', (code) => {
    expect(isUscc(code)).toBe(false);
  });

  it('is read as people type it', () => {
    expect(normalUscc(' ９１350100 m000100y43 ')).toBe('91350100M000100Y43');
  });
});
