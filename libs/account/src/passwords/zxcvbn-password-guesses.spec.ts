import { newPasswordProblems } from '../domain/password-policy';
import { ZxcvbnPasswordGuesses } from './zxcvbn-password-guesses';

const guesses = new ZxcvbnPasswordGuesses();
const refused = async (password: string) =>
  (await newPasswordProblems(password, 'chen.jing', ['陈静', 'chenjing@jianwei.example.cn', '重庆市渝中区住房和城乡建设委员会'], guesses)).length > 0;

describe('a new password', () => {
  it.each(['usuckballz1', 'bhrh0h2oof6xbqjeh', 'P@ssw0rd2026', 'Password2026!', 'qwertyuiop12', 'zaq12wsxcde3'])(
    'is refused when it stands on a list of leaked ones or is near one: %s',
    async (password) => expect(await refused(password)).toBe(true),
  );

  it.each(['chenjing2026', 'jianwei123!', 'Chongqing2026', 'woaini1314!', '２０２６chenjing', 'ChenJing@jianwei.example.cn', '重庆市渝中区住房和城乡建设委员会'])(
    'is refused when it is made of what stands near the account: %s',
    async (password) => expect(await refused(password)).toBe(true),
  );

  it.each(['两江交汇朝天门下灯火长明', 'x7k9mzq2ptvw', 'correct horse battery', '山城步道上的黄葛晚渡'])(
    'may be used when nobody guesses it soon: %s',
    async (password) => expect(await refused(password)).toBe(false),
  );

  it('is judged quickly however long it is', async () => expect(await refused('ab'.repeat(100))).toBe(true));
});
