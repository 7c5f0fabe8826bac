import { isBlankMark, plain } from './cell-text';
import { readDay } from './day';
import { splitOutsideBrackets } from './words';

/** A qualification as a sheet names it: a code of `QUALIFICATIONS`, or the words themselves where it is none of them. */
export interface QualificationRead {
  code: string;
  level: string;
  /** Day or empty. */
  validUntil: string;
}

/** First match wins: 专精特新小巨人 before 专精特新, CMMI before anything with digits. */
const KINDS: [code: string, pattern: RegExp, level?: 'digit' | 'grade'][] = [
  ['CMMI', /cmmi|软件能力成熟度/, 'digit'],
  ['DCMM', /dcmm|数据管理能力成熟度/, 'digit'],
  ['ITSS', /itss|信息技术服务标准|运行维护服务能力/, 'digit'],
  ['CCRC', /ccrc|信息安全服务资质/, 'grade'],
  ['MLPS', /等保|等级保护/, 'grade'],
  ['ISO27001', /27001/],
  ['ISO9001', /9001/],
  ['LITTLE_GIANT', /小巨人/],
  ['SRDI_SME', /专精特新/],
  ['INNOVATIVE_SME', /创新型中小/],
  ['HNTE', /高新技术企业|高新企业|国家高新|^高企/],
  ['TECH_BASED_FIRM', /科技型/],
  ['GAZELLE', /瞪羚/],
];
const GRADES = '一二三四五';
const LEVEL = /(?:ml|l|level|lv)?[-.:]?(?:第?([1-5一二三四五])(?:级|$|[^\d.])|(?:ml|l)([1-5]))/;

/** Reads CMMI3级（至2028-03-31）、高新技术企业（有效期至2027-06）; a cell saying 无 holds none. */
export function readQualifications(text: string): QualificationRead[] {
  const parts = splitOutsideBrackets(text, (whole, at) => {
    if ('、，,；;|｜\n+＋'.includes(whole[at])) return true;
    // ISO/IEC 27001 is one certificate, ISO9001/ISO27001 are two.
    return '/／'.includes(whole[at]) && !/^iec/i.test(whole.slice(at + 1));
  });
  return parts.map((part) => part.trim()).filter((part) => part && !isBlankMark(part)).map(readOne);
}

function readOne(part: string): QualificationRead {
  const validUntil = expiryOf(part);
  const bare = part.replace(/[（(【[][^）)】\]]*[）)】\]]/g, '').trim();
  const words = plain(bare) || plain(part);
  const kind = KINDS.find(([, pattern]) => pattern.test(words));
  if (!kind) return { code: withoutExpiry(bare || part), level: '', validUntil };
  return { code: kind[0], level: kind[2] ? levelOf(words, plain(part), kind[2]) : '', validUntil };
}

function levelOf(words: string, whole: string, style: 'digit' | 'grade'): string {
  for (const source of [words, whole]) {
    const text = source.replace(/(?:等保|保护)?[12]\.0/g, '').replace(/^.*?(?:cmmi|dcmm|itss|ccrc|等保|等级保护|成熟度|资质)/, '');
    const found = LEVEL.exec(text);
    const digit = found?.[1] ?? found?.[2];
    if (!digit) continue;
    const number = GRADES.indexOf(digit) + 1 || Number(digit);
    return style === 'digit' ? String(number) : `${GRADES[number - 1]}级`;
  }
  return '';
}

function expiryOf(part: string): string {
  if (!/至|到期|有效|截止|\d{4}/.test(part)) return '';
  const inBrackets = /[（(【[]([^）)】\]]*)[）)】\]]/.exec(part)?.[1];
  const said = /(?:有效期?至?|至|到期日?)[:：]?(.*)$/.exec(inBrackets ?? part)?.[1] ?? inBrackets ?? '';
  const reading = readDay(said);
  return reading.kind === 'day' ? reading.day : '';
}

function withoutExpiry(text: string): string {
  return text.replace(/[，,]?(?:有效期?至?|至)\s*(?:19|20)\d{2}.*$/, '').trim();
}
