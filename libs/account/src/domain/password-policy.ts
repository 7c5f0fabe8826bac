import type { Problem } from '@mantianxing/contracts';
import { COMMON_PASSWORDS } from './common-passwords';
import { normalLogin } from './account';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/**
 * What is wrong with a new password; empty when it may be used. Length is the rule (no obligatory
 * character classes: they make people append `1!`), and what everyone tries first is refused.
 */
export function passwordProblems(password: string, login: string): Problem[] {
  const problem = (message: string) => [{ field: 'password', message }];
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return problem(`密码至少${SHORTEST_PASSWORD}位，现有${length}位。`);
  if (length > LONGEST_PASSWORD) return problem(`密码最多${LONGEST_PASSWORD}位，现有${length}位。`);
  const plain = password.normalize('NFKC').toLowerCase();
  if (plain === normalLogin(login)) return problem('密码不能与账号相同，请换一个。');
  if (COMMON_PASSWORDS.has(plain) || /^(.{1,3})\1+$/u.test(plain)) return problem('这个密码太常见，请换一个。');
  return [];
}
