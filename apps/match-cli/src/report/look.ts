import type { Band } from '@mantianxing/contracts';
import type { Alignment, Border, Borders, Fill, Font, PageSetup, Style } from 'exceljs';

/** The portal's light colours (apps/web-portal/client/src/appearance), as spreadsheets write them. */
export const COLOUR = {
  ink: 'FF14262B',
  ink2: 'FF3F535A',
  ink3: 'FF566A71',
  line: 'FFD3DEE1',
  edge: 'FF74878E',
  river: 'FF0A5F70',
  riverTint: 'FFE2F1F4',
  ochre: 'FF855000',
  ochreTint: 'FFFFF1D6',
  cinnabar: 'FFB3261E',
} as const;

const FACE = 'Microsoft YaHei';
export const BAND_MARK: Record<Band, string> = { RECOMMENDED: '◆推荐', CANDIDATE: '◇候选', WEAK: '○弱匹配' };
export const BAND_COLOUR: Record<Band, string> = { RECOMMENDED: COLOUR.river, CANDIDATE: COLOUR.ochre, WEAK: COLOUR.ink3 };

export function font(size: number, colour: string = COLOUR.ink, bold = false): Partial<Font> {
  return { name: FACE, size, bold, color: { argb: colour } };
}

export const BODY = font(10);
export const BODY_BOLD = font(10, COLOUR.ink, true);
export const ASIDE = font(9, COLOUR.ink3);
export const MARKED = font(10, COLOUR.river, true);
export const TITLE = font(16, COLOUR.river, true);
export const HEADER = font(10, COLOUR.ink, true);

/** Indented by one: neighbouring columns of Chinese would otherwise run into each other. */
export const WRAP: Partial<Alignment> = { vertical: 'top', horizontal: 'left', wrapText: true, indent: 1 };
export const CENTRE: Partial<Alignment> = { vertical: 'top', horizontal: 'center', wrapText: true };
export const MIDDLE: Partial<Alignment> = { vertical: 'middle', horizontal: 'left', wrapText: true, indent: 1 };
export const MIDDLE_CENTRE: Partial<Alignment> = { vertical: 'middle', horizontal: 'center', wrapText: true };

const rule = (style: Border['style'], argb: string): Partial<Border> => ({ style, color: { argb } });
export const UNDER_ROW: Partial<Borders> = { bottom: rule('thin', COLOUR.line) };
/** Three-rule tables, as in printed lists: strong above and below the header. */
export const HEADER_RULES: Partial<Borders> = { top: rule('medium', COLOUR.river), bottom: rule('thin', COLOUR.river) };
export const LAST_RULE: Partial<Borders> = { bottom: rule('medium', COLOUR.river) };

export function tint(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** A4 landscape, one page wide, header rows on every page, page numbers at the foot. */
export function page(headerRow: number): Partial<PageSetup> {
  const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
  const titles = headerRow > 0 ? { printTitlesRow: `${headerRow}:${headerRow}` } : {};
  return { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins, ...titles };
}

/** A way cells look. Made once and shared by all cells: the writer then works it out once, too. */
export type Look = Readonly<Partial<Style>>;

export function look(face: Partial<Font> = BODY, alignment = WRAP, border?: Partial<Borders>, fill?: Fill): Look {
  return { font: face, alignment, ...(border && { border }), ...(fill && { fill }) };
}
