import { valueWord } from './audit-value-words';
import { fieldWord, roleWords, subjectWord } from './audit-words';

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

  it('says why a sign-in was refused', () => {
    expect([fieldWord('account.account', 'code'), valueWord('account.account', 'code', 'WRONG_CREDENTIALS')]).toEqual(['原因', '账号或密码不正确']);
    expect(fieldWord('capability.qualification', 'code')).toBe('代码');
  });

  it.each([
    ['scenario.scenario', 'status', 'RETURNED', '已退回'],
    ['pairing.pairing_history', 'to_status', 'INTENT', '已引荐'],
    ['pairing.suggestion', 'band', 'CANDIDATE', '候选'],
    ['scenario.scenario', 'funding_max_fen', '80000000', '80万元'],
    ['scenario.scenario', 'is_local', 'false', '否'],
    ['scenario.scenario', 'technology_tags', '["物联网","烟感"]', '物联网、烟感'],
    ['scenario.scenario', 'published_at', '2026-11-22T02:30:05.123456+00:00', '2026/11/22 10:30:05'],
  ])('tells %s %s %s as %s', (kind, field, value, word) => expect(valueWord(kind, field, value)).toBe(word));

  it.each([
    ['somewhere.else', 'status', 'PUBLISHED'],
    ['scenario.scenario', 'title', '[未定]烟感'],
    ['scenario.scenario', 'deadline', '2026-12-31'],
    ['scenario.scenario', 'params', '{"a":1}'],
  ])('leaves as it is what nobody has a word for: %s %s %s', (kind, field, value) => expect(valueWord(kind, field, value)).toBe(value));
});
