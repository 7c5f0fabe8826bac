import { readUscc } from './uscc';

describe('reading a unified social credit code', () => {
  it('accepts the sample codes of the standard, whatever their width and case', () => {
    expect(readUscc('91350100M000100Y43')).toEqual({ kind: 'code', code: '91350100M000100Y43' });
    expect(readUscc(' ９１３５０１００m000100y43 ')).toEqual({ kind: 'code', code: '91350100M000100Y43' });
  });

  it.each([
    ['91350100M000100Y44', '代码的校验位不符'],
    ['91350100M000100Y4', '代码有17位，应为18位'],
    ['9135O100M000100Y43', '代码中不应有“O”'],
    ['9.1350100E+17', '代码被表格当成数字，后几位已丢失'],
  ])('refuses %s: %s', (text, reason) => {
    expect(readUscc(text)).toMatchObject({ kind: 'wrong', reason });
  });

  it('says which digit a forbidden letter was probably meant to be', () => {
    expect(readUscc('9135O100M000100Y43')).toHaveProperty('remedy', '代码不用字母O，可能应为数字0，请核对');
  });

  it('takes a dash for nothing', () => {
    expect(readUscc('—')).toEqual({ kind: 'empty' });
  });
});
