import type { CellValue } from './sheet';

const BLANK_MARKS = new Set(['', '-', '--', '/', '\\', '无', '暂无', '空', '没有', 'n/a', 'na', 'null', '——', '—', '―', '、', '.']);
const LONGEST_MARK = 6;
/** Most cells need no cleaning, and lists are long. */
const NEEDS_CLEANING = /[\p{Cc}\uFEFF]/u;
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** The cell as a person reads it: outer blanks gone, line ends unified, everything else verbatim. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  return NEEDS_CLEANING.test(value) ? clean(value) : value.trim();
}

function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\uFEFF]/gu, keepLineBreak).trim();
}

function keepLineBreak(character: string): string {
  return character === '\n' || character === '\t' ? character : '';
}

/** For comparing, never for showing: width unified, all blanks gone, Latin letters small. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** —, /, 无, 暂无 …: what people write into a cell to say that there is nothing. */
export function isBlankMark(text: string): boolean {
  return text.length <= LONGEST_MARK && BLANK_MARKS.has(plain(text));
}

/** #REF! and its kin: a formula that no longer works. */
export function isFormulaError(text: string): boolean {
  return FORMULA_ERROR.test(text);
}

/** A piece short enough to be quoted in a message; never cuts a character in two. */
export function quote(text: string, most = 40): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
