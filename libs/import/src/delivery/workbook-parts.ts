import { posix } from 'node:path';
import type { Archive } from './zip-archive';
import { readXml } from './xml-events';

/** A worksheet named in the workbook. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

/** What the cells of a style hold: a date, an amount with its unit in the format, or just what they show. */
export type CellFormat = 'date' | '元' | '万元' | '亿元' | '';

export interface WorkbookParts {
  sheets: SheetPart[];
  formats: CellFormat[];
  strings: string[];
  date1904: boolean;
}

/** Number formats every Chinese office program knows by number alone (ECMA-376 18.8.30, zh-cn). */
const BUILT_IN_DATES = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Reads the small parts of a workbook: sheets in order, styles, shared strings. Null where it is no workbook. */
export async function readParts(archive: Archive): Promise<WorkbookParts | null> {
  const main = await mainPart(archive);
  if (!main) return null;
  const targets = await readRelations(archive, main);
  const { sheets, date1904 } = await readSheets(archive, main, targets);
  const one = (type: string): string | undefined => [...targets.values()].find((t) => t.type.endsWith(type))?.path;
  return {
    sheets,
    date1904,
    formats: await readFormats(archive, one('/styles')),
    strings: await readStrings(archive, one('/sharedStrings')),
  };
}

async function mainPart(archive: Archive): Promise<string | undefined> {
  const targets = await readRelations(archive, '');
  const main = [...targets.values()].find((target) => target.type.endsWith('/officeDocument'))?.path;
  return main?.endsWith('workbook.xml') && archive.names.includes(main) ? main : undefined;
}

async function readRelations(archive: Archive, part: string): Promise<Map<string, { type: string; path: string }>> {
  const folder = posix.dirname(part || 'x');
  const name = posix.join(folder === '.' ? '' : folder, '_rels', `${posix.basename(part)}.rels`);
  const targets = new Map<string, { type: string; path: string }>();
  if (!archive.names.includes(name)) return targets;
  await readXml(await archive.open(name), {
    open(element, { Id, Type, Target }) {
      if (element !== 'Relationship' || !Target) return;
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder === '.' ? '' : folder, Target);
      targets.set(Id, { type: Type ?? '', path });
    },
    close() {},
  });
  return targets;
}

async function readSheets(archive: Archive, main: string, targets: Map<string, { type: string; path: string }>) {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readXml(await archive.open(main), {
    open(element, attributes) {
      if (element === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      const known = target?.type.endsWith('/worksheet') && archive.names.includes(target.path);
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      if (target && known) sheets.push({ name: attributes.name ?? '', hidden, path: target.path });
    },
    close() {},
  });
  return { sheets, date1904 };
}

async function readFormats(archive: Archive, path: string | undefined): Promise<CellFormat[]> {
  const formats: CellFormat[] = [];
  if (!path || !archive.names.includes(path)) return formats;
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(await archive.open(path), {
    open(element, attributes) {
      if (element === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (element === 'cellXfs') inCells = true;
      if (element === 'xf' && inCells) formats.push(formatOf(Number(attributes.numFmtId ?? 0), codes));
    },
    close(element) {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: Map<number, string>): CellFormat {
  const code = codes.get(id);
  if (code === undefined) return BUILT_IN_DATES(id) ? 'date' : '';
  const unit = /["“\\]?(亿元|万元|元)/.exec(code.replace(/\\/g, ''))?.[1];
  if (unit) return unit as CellFormat;
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general|通用格式|\.0+/gi, '');
  return /[yed]/i.test(letters) && !/0|#/.test(letters) ? 'date' : '';
}

async function readStrings(archive: Archive, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!path || !archive.names.includes(path)) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(await archive.open(path), {
    open(element) {
      if (element === 'si') text = '';
      else if (element === 'rPh') inPhonetic = true;
      else if (element === 't') inText = !inPhonetic;
    },
    close(element) {
      if (element === 'si') strings.push(text);
      else if (element === 'rPh') inPhonetic = false;
      else if (element === 't') inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}
