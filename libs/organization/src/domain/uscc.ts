const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^i mod 31, GB 32100-2015. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 as people type it, in the form it is kept in: half-width capitals, no spaces. */
export const normalUscc = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/** True when the 18 characters are allowed ones and the last is the right check character. */
export function isUscc(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(code.charAt(at)), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}
