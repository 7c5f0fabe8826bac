import { readCalendarFile } from './calendar-file';

const days = (first: number, count: number, month: string, name: string) =>
  Array.from({ length: count }, (_, index) => `2027-${month}-${String(first + index).padStart(2, '0')},放假,${name}`);
const YEAR = [...days(1, 3, '01', '元旦'), ...days(5, 8, '02', '春节')];
const file = (...lines: string[]) => ['日期,类型,名称', ...lines].join('\r\n');
const complaints = (text: string): string[] => {
  try {
    readCalendarFile(text, '通知');
    return [];
  } catch (error) {
    return (error as { problems: { message: string }[] }).problems.map(({ message }) => message);
  }
};

describe('a year of days off', () => {
  it('is read as people write it in a table, with make-up days', () => {
    const { year, days: read } = readCalendarFile(`\uFEFF${file(...YEAR, '2027-02-20，上班，春节', '')}`, '国办通知');
    expect(year).toBe(2027);
    expect(read).toHaveLength(12);
    expect(read.at(-1)).toEqual({ day: '2027-02-20', kind: 'MAKEUP_WORKDAY', name: '春节', source: '国办通知' });
  });

  it.each([
    ['2027-02-30,放假,春节', '第13行：日期请写成2027-02-05。'],
    ['2027-03-01,休息,春节', '第13行：类型请写“放假”或“上班”。'],
    ['2027-03-01,放假,', '第13行：请写节日名称，最多30字。'],
    ['2027-03-01,上班,春节', '第13行：2027-03-01不是周末，不需要调休上班。'],
    ['2027-01-01,放假,元旦', '第13行：2027-01-01出现了两次。'],
    ['2028-01-01,放假,元旦', '一个文件只写一年的安排。'],
  ])('with the line %s is refused with its place', (line, message) => {
    expect(complaints(file(...YEAR, line))).toEqual([message]);
  });

  it('with a holiday forgotten is refused', () => {
    expect(complaints(file(...YEAR.slice(0, 9)))).toEqual(['放假只有9天，请确认七个节日都已写全。']);
  });

  it('without the header is refused', () => expect(complaints(YEAR.join('\n'))[0]).toContain('日期,类型,名称'));
});
