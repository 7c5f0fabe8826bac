import { CapabilityListQuery, ScenarioListQuery } from '@mantianxing/contracts';
import { addressOf, chosenFilters, pagerOf } from './list-address';
import { readListQuery } from './list-query';

const shown = (page: number, total: number) =>
  pagerOf('/scenarios', {}, { page, total, pageSize: 20 }).pages.map(({ number, gap }) => (gap ? '…' : number));

describe('the address of a list', () => {
  it('holds the filters that are set', () => {
    expect(addressOf('/scenarios', { q: '充电', sector: '', unit: undefined, page: 2 })).toBe('/scenarios?q=%E5%85%85%E7%94%B5&page=2');
    expect(addressOf('/scenarios', {})).toBe('/scenarios');
  });

  it('offers each chosen filter to take away, and goes back to the first page', () => {
    expect(chosenFilters('/capabilities', { q: 'MES', kind: 'PRODUCT', page: 3 }, { PRODUCT: '产品' })).toEqual([
      { label: 'MES', without: '/capabilities?kind=PRODUCT' },
      { label: '产品', without: '/capabilities?q=MES' },
    ]);
  });

  it('is read kindly: what is unknown or unusable is left out', () => {
    expect(readListQuery(ScenarioListQuery, { q: ' 充电 ', sector: '', page: '2', status: 'x'.repeat(30), utm: '1' })).toEqual({ q: '充电', page: 2 });
    expect(readListQuery(CapabilityListQuery, { page: '0', kind: ['PRODUCT', 'SERVICE'] })).toEqual({ kind: 'PRODUCT' });
  });
});

describe('the pages of a list', () => {
  it('are all shown while they are few', () => {
    expect(shown(1, 20)).toEqual([1]);
    expect(shown(1, 61)).toEqual([1, 2, 3, 4]);
    expect(shown(3, 100)).toEqual([1, 2, 3, 4, 5]);
  });

  it('leave out those far away', () => {
    expect(shown(10, 400)).toEqual([1, '…', 9, 10, 11, '…', 20]);
  });

  it('end at both ends, and stand right beyond the last', () => {
    expect(pagerOf('/s', { q: 'a' }, { page: 1, total: 41, pageSize: 20 })).toMatchObject({ previous: '', next: '/s?q=a&page=2' });
    expect(pagerOf('/s', { q: 'a' }, { page: 3, total: 41, pageSize: 20 })).toMatchObject({ previous: '/s?q=a&page=2', next: '' });
    expect(shown(9, 41)).toEqual([1, 2, 3]);
  });
});
