import { fundingBand } from './funding-band';

const WAN = 1_000_000;

describe('an amount as the list shows it', () => {
  it.each([
    [80 * WAN, 120 * WAN, '80万～120万元'],
    [12.345 * WAN, 20 * WAN, '12.35万～20万元'],
    [8_000 * WAN, 12_000 * WAN, '8000万～1.2亿元'],
    [10_000 * WAN, 10_000 * WAN, '1亿元'],
    [null, 50 * WAN, '50万元以内'],
    [50 * WAN, null, '50万元以上'],
    [null, null, ''],
  ])('%s to %s fen', (min, max, shown) => {
    expect(fundingBand(min, max)).toBe(shown);
  });
});
