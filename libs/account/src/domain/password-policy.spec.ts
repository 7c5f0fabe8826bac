import { passwordProblems } from './password-policy';

const messageFor = (password: string, login = 'chen.jing') => passwordProblems(password, login)[0]?.message;

describe('a new password', () => {
  it('is taken when it is long enough and nobody’s first guess', () => {
    expect(passwordProblems('嘉陵江边的灯火今晚很亮', 'chen.jing')).toEqual([]);
    expect(passwordProblems('rivers meet at the gate', 'chen.jing')).toEqual([]);
  });

  it('is refused below ten characters, with the length it has', () => {
    expect(messageFor('abc123!@#')).toBe('密码至少10位，现有9位。');
    expect(messageFor('🌟🌟🌟🌟🌟')).toBe('密码至少10位，现有5位。');
  });

  it('is refused when it is the login, in whatever case or width', () => {
    expect(messageFor('CHENJING2026', 'chenjing2026')).toBe('密码不能与账号相同，请换一个。');
    expect(messageFor('ｃｈｅｎｊｉｎｇ２０２６', 'chenjing2026')).toBe('密码不能与账号相同，请换一个。');
  });

  it.each(['1234567890', 'Woaini5201314', 'a123456789', 'Password123', 'aaaaaaaaaaaa', '123123123123'])(
    'is refused when everyone tries it: %s',
    (password) => expect(messageFor(password)).toBe('这个密码太常见，容易被猜到，请换一个。'),
  );
});
