import type { Band } from '@mantianxing/contracts';
import type { ImportedScenario } from '@mantianxing/import';
import type { Worksheet } from 'exceljs';
import { BLOCK_TOP, type MatchedLists, type Pairing, type ScenarioPairings } from '../pairings';
import { lines, putNumber, putPieces, putText } from './cell-words';
import { ASIDE, BAND_COLOUR, BAND_MARK, BODY, BODY_BOLD, CENTRE, COLOUR, font, LAST_RULE, look, tint, UNDER_ROW, WRAP } from './look';
import { money } from './money';
import { type Book, heading, heightFor, openSheet } from './table-sheet';

const WIDTHS = [10, 9, 24, 26, 56, 44];
const WIDE = WIDTHS.reduce((sum, width) => sum + width, 0);
const HEADINGS = ['档位', '匹配度', '企业', '能力', '能力原文（匹配处加粗）', '主要理由'];

/** 按场景: a block for each scenario with its need and its best suggestions, to be read or printed. */
export async function writeByScenario(book: Book, matched: MatchedLists, onRow: () => void): Promise<void> {
  const sheet = openSheet(book, '按场景', WIDTHS, 2);
  heading(sheet, '按场景查看', `每个场景列出最接近的${BLOCK_TOP}项能力；加粗的词是匹配的依据。`, WIDTHS.length);
  for (const [index, result] of matched.results.entries()) {
    const scenario = matched.scenarios.rows[result.scenario];
    sheet.addRow([]).commit();
    titleRow(sheet, scenario);
    needRow(sheet, result);
    if (result.pairings.length) headerRow(sheet);
    else nothingRow(sheet);
    const best = result.pairings.slice(0, BLOCK_TOP);
    best.forEach((pairing, rank) => pairingRow(sheet, pairing, matched, rank === best.length - 1));
    onRow();
    if (index % 200 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
}

/** Name on the left, facts on the right, both running over the empty cells between: merging thousands is slow. */
function titleRow(sheet: Worksheet, scenario: ImportedScenario): void {
  const row = sheet.addRow([]);
  row.height = 24;
  const budget = money(scenario.fundingMinFen, scenario.fundingMaxFen);
  const deadline = scenario.deadline && `${scenario.deadline}截止`;
  const facts = [scenario.publisher, scenario.sector, budget, deadline, scenario.localOnly && '限本地企业'];
  for (let column = 1; column <= WIDTHS.length; column++) row.getCell(column).style = LOOKS.bar;
  putText(row.getCell(1), scenario.ref ? `${scenario.ref}　${scenario.title}` : scenario.title, LOOKS.title);
  putText(row.getCell(WIDTHS.length), facts.filter(Boolean).join('　'), LOOKS.facts);
  row.commit();
}

function needRow(sheet: Worksheet, { need }: ScenarioPairings): void {
  const text = need.map((piece) => piece.text).join('') || '（清单中没有写需求）';
  const row = sheet.addRow([]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  if (need.length) putPieces(row.getCell(1), need, LOOKS.body);
  else putText(row.getCell(1), text, LOOKS.body);
  row.height = heightFor([{ text, width: WIDE }]);
  row.commit();
}

function headerRow(sheet: Worksheet): void {
  const row = sheet.addRow([]);
  HEADINGS.forEach((text, index) => putText(row.getCell(index + 1), text, index < 2 ? LOOKS.centred : LOOKS.heading));
  row.commit();
}

function nothingRow(sheet: Worksheet): void {
  const row = sheet.addRow([]);
  for (let column = 1; column <= WIDTHS.length; column++) row.getCell(column).style = LOOKS.nothing;
  putText(row.getCell(1), '清单中没有接近的能力，已列入“缺口”。', LOOKS.nothing);
  row.commit();
}

function pairingRow(sheet: Worksheet, pairing: Pairing, matched: MatchedLists, isLast: boolean): void {
  const capability = matched.capabilities.rows[pairing.capability];
  const looks = ROW_LOOKS[pairing.band][isLast ? 1 : 0];
  const row = sheet.addRow([]);
  const sentences = pairing.reasons.slice(0, BLOCK_TOP).map((reason) => reason.sentence);
  const open = pairing.toVerify.length ? [`待核实：${pairing.toVerify.join('、')}`] : [];
  putText(row.getCell(1), BAND_MARK[pairing.band], looks.band);
  putNumber(row.getCell(2), pairing.percent, looks.figure);
  putText(row.getCell(3), capability.firmName, looks.body);
  putText(row.getCell(4), capability.name, looks.strong);
  putPieces(row.getCell(5), pairing.quoted, looks.body);
  putPieces(row.getCell(6), lines([...sentences, ...open]), looks.body);
  row.height = heightFor([
    { text: capability.firmName, width: WIDTHS[2] },
    { text: capability.name, width: WIDTHS[3] },
    { text: pairing.quoted.map((piece) => piece.text).join(''), width: WIDTHS[4] },
    { text: [...sentences, ...open].join('\n'), width: WIDTHS[5] },
  ]);
  row.commit();
}

const BAR = tint(COLOUR.riverTint);
const LOOKS = {
  body: look(),
  bar: look(BODY, { vertical: 'middle' }, undefined, BAR),
  title: look(font(12, COLOUR.river, true), { vertical: 'middle', horizontal: 'left', indent: 1 }, undefined, BAR),
  facts: look(font(10, COLOUR.ink2), { vertical: 'middle', horizontal: 'right', indent: 1 }, undefined, BAR),
  heading: look(ASIDE, WRAP, UNDER_ROW),
  centred: look(ASIDE, CENTRE, UNDER_ROW),
  nothing: look(font(10, COLOUR.cinnabar), { vertical: 'middle' }, LAST_RULE),
};

function rowLooks(band: Band) {
  const colour = BAND_COLOUR[band];
  return [UNDER_ROW, LAST_RULE].map((border) => ({
    band: look(font(10, colour, true), CENTRE, border),
    figure: look(font(12, colour, true), CENTRE, border),
    body: look(BODY, WRAP, border),
    strong: look(BODY_BOLD, WRAP, border),
  }));
}
const ROW_LOOKS = { RECOMMENDED: rowLooks('RECOMMENDED'), CANDIDATE: rowLooks('CANDIDATE'), WEAK: rowLooks('WEAK') };
