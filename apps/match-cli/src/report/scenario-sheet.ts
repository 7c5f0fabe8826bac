import type { Worksheet } from 'exceljs';
import type { ImportedScenario } from '@mantianxing/import';
import { BLOCK_TOP, type MatchedLists, type Pairing, type ScenarioPairings } from '../pairings';
import { lines, putPieces, putText } from './cell-words';
import { ASIDE, BAND_COLOUR, BAND_MARK, BODY, BODY_BOLD, CENTRE, COLOUR, dress, font, LAST_RULE, tint, UNDER_ROW, WRAP } from './look';
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
    needRow(sheet, scenario, result);
    if (result.pairings.length) headerRow(sheet);
    else nothingRow(sheet);
    const best = result.pairings.slice(0, BLOCK_TOP);
    best.forEach((pairing, rank) => pairingRow(sheet, pairing, matched, rank === best.length - 1));
    onRow();
    if (index % 200 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
}

function titleRow(sheet: Worksheet, scenario: ImportedScenario): void {
  const row = sheet.addRow([]);
  row.height = 24;
  sheet.mergeCells(row.number, 1, row.number, 4);
  sheet.mergeCells(row.number, 5, row.number, WIDTHS.length);
  putText(row.getCell(1), scenario.ref ? `${scenario.ref}　${scenario.title}` : scenario.title);
  const budget = money(scenario.fundingMinFen, scenario.fundingMaxFen);
  const deadline = scenario.deadline && `${scenario.deadline}截止`;
  const facts = [scenario.publisher, scenario.sector, budget, deadline, scenario.localOnly && '限本地企业'];
  putText(row.getCell(5), facts.filter(Boolean).join('　'));
  const fill = tint(COLOUR.riverTint);
  for (let column = 1; column <= WIDTHS.length; column++) dress(row.getCell(column), { fill });
  dress(row.getCell(1), { font: font(12, COLOUR.river, true), alignment: { vertical: 'middle' }, fill });
  dress(row.getCell(5), { font: font(10, COLOUR.ink2), alignment: { vertical: 'middle', horizontal: 'right' }, fill });
  row.commit();
}

function needRow(sheet: Worksheet, scenario: ImportedScenario, { need }: ScenarioPairings): void {
  const text = need.map((piece) => piece.text).join('') || '（清单中没有写需求）';
  const row = sheet.addRow([]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  if (need.length) putPieces(row.getCell(1), need);
  else putText(row.getCell(1), text);
  dress(row.getCell(1), { font: BODY, alignment: WRAP });
  row.height = heightFor([{ text, width: WIDE }]);
  row.commit();
}

function headerRow(sheet: Worksheet): void {
  const row = sheet.addRow([]);
  HEADINGS.forEach((text, index) => {
    putText(row.getCell(index + 1), text);
    dress(row.getCell(index + 1), { font: ASIDE, alignment: index < 2 ? CENTRE : WRAP, border: UNDER_ROW });
  });
  row.commit();
}

function nothingRow(sheet: Worksheet): void {
  const row = sheet.addRow([]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  putText(row.getCell(1), '清单中没有接近的能力，已列入“缺口”。');
  dress(row.getCell(1), { font: font(10, COLOUR.cinnabar), border: LAST_RULE });
  row.commit();
}

function pairingRow(sheet: Worksheet, pairing: Pairing, matched: MatchedLists, isLast: boolean): void {
  const capability = matched.capabilities.rows[pairing.capability];
  const colour = BAND_COLOUR[pairing.band];
  const row = sheet.addRow([]);
  const sentences = pairing.reasons.slice(0, BLOCK_TOP).map((reason) => reason.sentence);
  const open = pairing.toVerify.length ? [`待核实：${pairing.toVerify.join('、')}`] : [];
  putText(row.getCell(1), BAND_MARK[pairing.band]);
  row.getCell(2).value = pairing.percent;
  putText(row.getCell(3), capability.firmName);
  putText(row.getCell(4), capability.name);
  putPieces(row.getCell(5), pairing.quoted);
  putPieces(row.getCell(6), lines([...sentences, ...open]));
  const border = isLast ? LAST_RULE : UNDER_ROW;
  const faces = [font(10, colour, true), font(12, colour, true), BODY, BODY_BOLD, BODY, BODY];
  faces.forEach((face, index) => {
    dress(row.getCell(index + 1), { font: face, alignment: index < 2 ? CENTRE : WRAP, border });
  });
  row.height = heightFor([
    { text: capability.firmName, width: WIDTHS[2] },
    { text: capability.name, width: WIDTHS[3] },
    { text: pairing.quoted.map((piece) => piece.text).join(''), width: WIDTHS[4] },
    { text: [...sentences, ...open].join('\n'), width: WIDTHS[5] },
  ]);
  row.commit();
}
