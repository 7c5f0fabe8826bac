import { fieldWord, roleWords, subjectWord, valueWord } from './audit-words';

describe('the words of the audit log', () => {
  it('names roles instead of the letters of the access table, an administrator once', () => {
    expect(roleWords(['F', 'FA'])).toBe('企业管理员');
    expect(roleWords(['M', 'C'])).toBe('撮合专员、统筹');
    expect(roleWords([])).toBe('');
  });

  it('names what an entry is about, and nothing for a table it does not know', () => {
    expect(subjectWord('account.account')).toBe('账号');
    expect(subjectWord('somewhere.else')).toBe('');
  });

  it('says why a sign-in was refused, and leaves values of rows as they are', () => {
    expect([fieldWord('code'), valueWord('code', 'WRONG_CREDENTIALS')]).toEqual(['原因', '账号或密码不正确']);
    expect([fieldWord('band'), valueWord('band', 'CANDIDATE')]).toEqual(['', 'CANDIDATE']);
  });
});
