const DIGIT: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4,
  五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const STEP: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Characters a written number below ten thousand is made of. */
export const CHINESE_NUMERAL = '[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]';

/** 八十 → 80, 一百二十 → 120, 一百二 → 120, 二〇二六 → 2026; null where it is no number. */
export function readChineseNumber(text: string): number | null {
  const characters = Array.from(text);
  if (!characters.length || characters.some((c) => !(c in DIGIT) && !(c in STEP))) return null;
  if (characters.every((c) => c in DIGIT)) return Number(characters.map((c) => DIGIT[c]).join(''));
  let total = 0;
  let pending: number | null = null;
  let lastStep = 10_000;
  for (const character of characters) {
    const step = STEP[character];
    if (step === undefined) {
      if (character === '零' || character === '〇') lastStep = 10;
      else pending = DIGIT[character];
      continue;
    }
    total += (pending ?? 1) * step;
    pending = null;
    lastStep = step;
  }
  // 一百二 is said for 120, 一百零二 for 102.
  return total + (pending ?? 0) * (pending && lastStep > 10 ? lastStep / 10 : 1);
}
