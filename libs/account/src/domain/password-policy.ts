import type { Problem } from '@mantianxing/contracts';
import { normalLogin } from './account';
import { COMMON_PASSWORDS } from './common-passwords';
import type { PasswordGuesses } from './password-guesses';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

const TOO_COMMON = '这个密码太常见，容易被猜到，请换一个。';

/**
 * What is wrong with a new password; empty when it may be used. Length is the rule (no obligatory
 * character classes: they make people append `1!`), and what everyone tries first is refused.
 * Compared as it is stored: in NFKC, so that full width or composed accents are the same password.
 */
export function passwordProblems(password: string, login: string): Problem[] {
  const problem = (message: string) => [{ field: 'password', message }];
  const plain = password.normalize('NFKC');
  const length = [...plain].length;
  if (length < SHORTEST_PASSWORD) return problem(`密码至少${SHORTEST_PASSWORD}位，现有${length}位。`);
  if (length > LONGEST_PASSWORD) return problem(`密码最多${LONGEST_PASSWORD}位，现有${length}位。`);
  const low = plain.toLowerCase();
  if (low === normalLogin(login)) return problem('密码不能与账号相同，请换一个。');
  if (/^1[3-9]\d{9}$/.test(low)) return problem('密码不能是手机号，请换一个。');
  if (COMMON_PASSWORDS.has(low) || /^(.{1,3})\1+$/u.test(low)) return problem(TOO_COMMON);
  return [];
}

/** The whole rule, guesses included. `hints`: the person's name, organisation, e-mail. */
export async function newPasswordProblems(
  password: string,
  login: string,
  hints: readonly string[],
  guesses: PasswordGuesses,
): Promise<Problem[]> {
  const plain = passwordProblems(password, login);
  if (plain.length > 0) return plain;
  const isSoonGuessed = await guesses.isSoonGuessed(password.normalize('NFKC'), [login, ...hints]);
  return isSoonGuessed ? [{ field: 'password', message: TOO_COMMON }] : [];
}
