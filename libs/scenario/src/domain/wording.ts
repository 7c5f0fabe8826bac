/** Words people write where they have nothing to say yet. */
const PLACEHOLDER = /^(无|暂无|没有|待定|待补充|另行?约定|面议|同上|略|按合同(执行)?|[-—/.。…]+)$/u;

/** What makes a sentence something one can test: a figure, or a verb with an outcome. */
const FIGURE =
  /[0-9０-９%％‰]|[一二三四五六七八九十百千万两]+(个|项|次|天|日|周|月|年|小时|分钟|秒|类|种|套|处|路|家|份|台|人|级|成|倍)/u;
const OUTCOME =
  /通过|达到|完成|上线|运行|提供|提交|支持|实现|覆盖|输出|生成|识别|接入|对接|联调|可用|能够|能在|可以|可在|可按|可对|具备|满足|不低于|不少于|不超过|不高于|以内|以上|准确率|响应|一致|留痕|验证|测试|演示|导出/u;
const SLOGAN =
  /(国内|国际|全国|全市|行业|业界|世界)(领先|一流|先进|首创)|一流水平|全方位|高质量发展|打造.{0,8}(标杆|高地|样板)|赋能|提质增效|又好又快/u;

const LINE = /[\n\r；;]+/u;

/** True when the text says something, not just 无 or 待定. */
export const isStated = (text: string): boolean => {
  const plain = text.trim();
  return plain.length >= 2 && !PLACEHOLDER.test(plain);
};

export const hasFigure = (text: string): boolean => FIGURE.test(text);
export const hasSlogan = (text: string): boolean => SLOGAN.test(text);

/** The acceptance criteria, one a line or parted by ；, that name a figure or an outcome to test. */
export function checkableCriteria(acceptance: string): string[] {
  return acceptance
    .split(LINE)
    .map((line) => line.trim())
    .filter((line) => line.length >= 6 && isStated(line) && (FIGURE.test(line) || OUTCOME.test(line)));
}
