const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type UsccReading =
  | { kind: 'code'; code: string }
  | { kind: 'empty' }
  | { kind: 'wrong'; reason: string; remedy: string };

/** 统一社会信用代码 with its check digit (GB 32100-2015); width, case and blanks are mended silently. */
export function readUscc(text: string): UsccReading {
  const code = text.normalize('NFKC').replace(/[\s'’-]/g, '').toUpperCase();
  if (!code || /^[/\\无—–]+$/.test(code)) return { kind: 'empty' };
  if (/^\d(?:\.\d+)?E\+\d+$/.test(code)) {
    return { kind: 'wrong', reason: '代码被表格当成数字，后几位已丢失', remedy: '请把该列设为文本后重新填写18位代码' };
  }
  if (code.length !== 18) {
    return { kind: 'wrong', reason: `代码有${code.length}位，应为18位`, remedy: '请对照营业执照核对' };
  }
  const stray = /[^0-9A-HJ-NPQRTUWXY]/.exec(code)?.[0];
  if (stray) {
    const like: Record<string, string> = { O: '数字0', I: '数字1', Z: '数字2', S: '数字5', V: '字母U' };
    const remedy = like[stray] ? `代码不用字母${stray}，可能应为${like[stray]}，请核对` : '请对照营业执照核对';
    return { kind: 'wrong', reason: `代码中不应有“${stray}”`, remedy };
  }
  if (checkDigit(code) !== code[17]) {
    return { kind: 'wrong', reason: '代码的校验位不符', remedy: '请对照营业执照逐位核对' };
  }
  return { kind: 'code', code };
}

function checkDigit(code: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += ALPHABET.indexOf(code[at]) * WEIGHTS[at];
  return ALPHABET[(31 - (sum % 31)) % 31];
}
