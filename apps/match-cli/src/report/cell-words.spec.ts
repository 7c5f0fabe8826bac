import { Workbook } from 'exceljs';
import { lines, markQuoted, putPieces, putText } from './cell-words';
import { money } from './money';

const cell = () => new Workbook().addWorksheet('一').getCell('A1');

describe('writing words into cells', () => {
  it.each(['=1+1', '+86 023', '-5', '@SUM(A1)', '=HYPERLINK("http://x")'])('writes %s as text, never as a formula', (text) => {
    const target = cell();
    putText(target, text, {});
    expect(target.value).toBe(text);
    expect(target.numFmt).toBe('@');
    expect(target.formula).toBeUndefined();
  });

  it('leaves long text without the text format, which older programs show as #####', () => {
    const target = cell();
    putText(target, `=${'长'.repeat(300)}`, {});
    expect(target.numFmt).toBeUndefined();
  });

  it('does not change the look it shares with other cells', () => {
    const shared = { font: { bold: true } };
    putText(cell(), '=1+1', shared);
    expect(shared).toEqual({ font: { bold: true } });
  });

  it('cuts what no cell can hold', () => {
    const target = cell();
    putText(target, '😀'.repeat(20_000), {});
    expect(String(target.value).length).toBeLessThanOrEqual(32_000);
    expect(String(target.value)).toMatch(/^(?:😀)+…$/u);
  });

  it('marks the words quoted in a reason', () => {
    expect(markQuoted('“MES”即“制造执行系统”').filter((piece) => piece.marked).map((piece) => piece.text)).toEqual([
      'MES', '制造执行系统',
    ]);
    expect(lines(['双方都提到“停车”', '同属“交通”']).map((piece) => piece.text).join('')).toBe('双方都提到“停车”\n同属“交通”');
  });

  it('writes plain words where nothing is marked', () => {
    const target = cell();
    putPieces(target, [{ text: '同一行业', marked: false }], {});
    expect(target.value).toBe('同一行业');
  });
});

describe('writing money', () => {
  it.each([
    [80_000_000, 120_000_000, '80万～120万元'],
    [80_000_000, 80_000_000, '80万元'],
    [null, 50_000_000, '不超过50万元'],
    [30_000_000, null, '30万元以上'],
    [12_000_000_000, 12_000_000_000, '1.2亿元'],
    [null, null, ''],
  ])('writes %p to %p fen as %s', (min, max, text) => {
    expect(money(min, max)).toBe(text);
  });
});
