import { DISCLAIMER, PRODUCT_NAME } from '@mantianxing/contracts';
import type { MatchedLists } from '../pairings';
import { putText } from './cell-words';
import { BAND_COLOUR, BODY, COLOUR, font, look, UNDER_ROW, WRAP } from './look';
import { type Book, heading, heightFor, openSheet } from './table-sheet';

const WIDTHS = [18, 110];

/** 说明: what the figures mean, how to read the sheets, and the disclaimer. */
export function writeNotes(book: Book, { asOf, files }: MatchedLists, top: number): void {
  const sheet = openSheet(book, '说明', WIDTHS, 2);
  heading(sheet, '怎样看这份结果', `${PRODUCT_NAME}，${asOf}，${files.scenarios} × ${files.capabilities}`, WIDTHS.length);
  const notes: [string, string, string?][] = [
    ['重要提示', DISCLAIMER, COLOUR.cinnabar],
    ['匹配度', '0至100的整数：能力覆盖了场景多少要求，标题和技术关键词的分量更重。同一份清单内可以比较，不同清单之间不宜比较。'],
    ['◆推荐', '主要需求有依据地覆盖，建议优先对接。', BAND_COLOUR.RECOMMENDED],
    ['◇候选', '部分覆盖或有待核实，请人工判断。匹配度高、但必需条件还待核实的，也列在这里。', BAND_COLOUR.CANDIDATE],
    ['○弱匹配', '关联较少，仅供参考；没有推荐和候选时才列出。', BAND_COLOUR.WEAK],
    ['理由', '每条理由都出自双方原文，加粗的词可在原文中找到。场景写明“不含”的内容不作为依据。'],
    ['未覆盖', '场景提到而该能力没有提到的主要内容，可在对接时询问。'],
    ['待核实', '场景要求、但清单没有写明或尚未核验的资质、适配、所在地等。不满足必需条件的能力不会列出。'],
    ['缺口', '没有达到“候选”的能力的场景，可扩大征集，或转招商引资参考。'],
    ['数量', `每个场景最多列出${top}项，可用 --top 调整。`],
    ['场景行、能力行', '该条在原清单中的行号，便于回查。'],
    ['数据', '清单只在本机读取和计算，不上传。联系方式没有写入结果。'],
  ];
  for (const [label, text, colour = COLOUR.ink] of notes) {
    const row = sheet.addRow([]);
    putText(row.getCell(1), label, look(font(10, colour, true), WRAP, UNDER_ROW));
    putText(row.getCell(2), text, look(BODY, WRAP, UNDER_ROW));
    row.height = heightFor([{ text, width: WIDTHS[1] }]) + 3;
    row.commit();
  }
  sheet.commit();
}
