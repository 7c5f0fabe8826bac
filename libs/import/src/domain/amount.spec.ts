import { readAmount, unitOfHeading } from './amount';

const wan = (amount: number): number => amount * 1_000_000;

describe('reading an amount of money', () => {
  it.each([
    ['80万元', 80, 80],
    ['８０－１２０万', 80, 120],
    ['80万-120万元', 80, 120],
    ['80至120万元', 80, 120],
    ['200～300万', 200, 300],
    ['60—100万元', 60, 100],
    ['1.2亿元', 12_000, 12_000],
    ['1亿2000万元', 12_000, 12_000],
    ['0.02亿元', 200, 200],
    ['八十万', 80, 80],
    ['一百二十万元', 120, 120],
    ['两千万', 2_000, 2_000],
    ['3百万元', 300, 300],
    ['550,000元', 55, 55],
    ['¥1,000,000', 100, 100],
    ['约70万', 70, 70],
    ['95万元左右', 95, 95],
    ['20W', 20, 20],
    ['28万元/年', 28, 28],
    ['2026年投入300万元', 300, 300],
  ])('reads %s as %d to %d 万元', (text, min, max) => {
    expect(readAmount(text)).toMatchObject({ kind: 'amount', minFen: wan(min), maxFen: wan(max) });
  });

  it.each([
    ['不超过50万元', null, 50],
    ['50万元以内', null, 50],
    ['≤50万', null, 50],
    ['不低于30万元', 30, null],
    ['9.9万元起', 9.9, null],
  ])('reads %s with one open end', (text, min, max) => {
    const expected = { minFen: min === null ? null : wan(min), maxFen: max === null ? null : wan(max) };
    expect(readAmount(text)).toMatchObject({ kind: 'amount', ...expected });
  });

  it.each(['面议', '待定', '', '—', '/', '按项目报价', '以批复为准'])('takes “%s” for not stated', (text) => {
    expect(readAmount(text)).toEqual({ kind: 'unknown' });
  });

  it('uses the unit of the heading where the cell has none, and the cell where it has one', () => {
    expect(unitOfHeading('投资估算（万元）')).toBe('万元');
    expect(unitOfHeading('投资估算')).toBeUndefined();
    expect(readAmount('120', '万元')).toMatchObject({ minFen: wan(120) });
    expect(readAmount('1.5', '亿元')).toMatchObject({ minFen: wan(15_000) });
    expect(readAmount('550,000元', '万元')).toMatchObject({ minFen: wan(55) });
  });

  it('says so when it had to guess the unit', () => {
    expect(readAmount('80')).toMatchObject({ minFen: wan(80), note: '没有写单位，按万元理解' });
    expect(readAmount('990000')).toMatchObject({ minFen: wan(99), note: '' });
  });

  it('takes the total where several amounts stand in one cell, and says that there were others', () => {
    const reading = readAmount('市级补助50万元、区级配套30万元，总投资80万元');
    expect(reading).toMatchObject({ minFen: wan(80), maxFen: wan(80) });
    expect(reading).toHaveProperty('note', '单元格里不止一个金额，取了其中一个');
  });

  it.each([
    ['-80万元', '金额是负数'],
    ['一大笔', '看不出金额'],
    ['150-80万元', '金额的下限大于上限'],
    ['1500000万元', '金额超过100亿元'],
  ])('refuses %s: %s', (text, reason) => {
    expect(readAmount(text)).toMatchObject({ kind: 'wrong', reason, remedy: expect.any(String) });
  });

  it('keeps fen whole for odd fractions', () => {
    expect(readAmount('12.345678万元')).toMatchObject({ minFen: 12_345_678 });
    expect(readAmount('0.1万元')).toMatchObject({ minFen: 100_000 });
  });
});
