import { formatAddress, parseAddress, type DeskAddress } from './address';

const id = (n: number) => `0198f7a0-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('the address of the desk', () => {
  it('brings filter, grouping, selection and place back', () => {
    const place: DeskAddress = {
      by: 'firm',
      band: 'CANDIDATE',
      status: 'REJECTED',
      q: '消防 & 物联',
      at: id(7),
      selected: [id(1), id(2)],
    };
    expect(parseAddress(formatAddress(place))).toEqual(place);
  });
  it('is empty for the usual view', () => {
    expect(formatAddress(parseAddress(''))).toBe('');
  });
  it('ignores what it does not understand', () => {
    expect(parseAddress('?by=colour&band=BEST&status=x&at=%3Cscript%3E&sel=1.2')).toEqual(parseAddress(''));
  });
  it('never holds more than one bulk of fifty', () => {
    const many = Array.from({ length: 80 }, (_, n) => id(n)).join('.');
    expect(parseAddress(`?sel=${many}`).selected).toHaveLength(50);
  });
});
