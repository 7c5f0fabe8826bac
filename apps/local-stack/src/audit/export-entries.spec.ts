import { csvCell } from './export-entries';

describe('a cell of the exported audit log', () => {
  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+1', `'+1`],
    ['-1', `'-1`],
    ['@SUM(1)', `'@SUM(1)`],
    ['\tx', `'\tx`],
    ['区应急局', '区应急局'],
    ['两行\n字', '"两行\n字"'],
  ])('is never a formula: %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  it('leaves numbers as they are, and nothing empty as null', () => {
    expect([csvCell(-5), csvCell(null), csvCell(undefined)]).toEqual(['-5', '', '']);
  });
});
