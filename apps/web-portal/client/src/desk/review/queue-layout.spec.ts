import type { SuggestionRowView } from '@mantianxing/contracts';
import { groupRows, inOrder, itemsOf, scrollFor, topsOf, windowOf } from './queue-layout';

const row = (id: string, scenarioId: string, firmId: string) =>
  ({
    id,
    scenarioId,
    scenarioTitle: `场景${scenarioId}`,
    firmId,
    firmName: `企业${firmId}`,
  }) as SuggestionRowView;
const rows = [row('1', 'A', 'x'), row('2', 'B', 'y'), row('3', 'A', 'y')];

describe('the queue', () => {
  it('stands in groups by scenario or by firm, each once', () => {
    expect(groupRows(rows, 'scenario').map((g) => [g.label, g.rows.length])).toEqual([
      ['场景A', 2],
      ['场景B', 1],
    ]);
    expect(inOrder(rows, 'firm').map((r) => r.id)).toEqual(['1', '2', '3']);
    expect(inOrder(rows, 'scenario').map((r) => r.id)).toEqual(['1', '3', '2']);
  });

  const many = Array.from({ length: 5000 }, (_, n) => row(String(n), `S${Math.floor(n / 10)}`, 'x'));
  const tops = topsOf(itemsOf(many, 'scenario'), 36, 62);
  it('of five thousand rows draws only those in sight', () => {
    const seen = windowOf(tops, 100_000, 600);
    expect(seen.to - seen.from).toBeLessThan(50);
    expect(tops[seen.from]!).toBeLessThanOrEqual(100_000);
    expect(tops[seen.to]!).toBeGreaterThanOrEqual(100_600);
    expect(seen.before + (tops[seen.to]! - tops[seen.from]!) + seen.after).toBe(tops.at(-1));
  });
  it('draws the very first and the very last', () => {
    expect(windowOf(tops, 0, 600).from).toBe(0);
    expect(windowOf(tops, tops.at(-1)! - 600, 600).to).toBe(tops.length - 1);
  });
  it('draws a short list whole', () => {
    expect(windowOf(topsOf(itemsOf(rows, 'scenario'), 36, 62), 500, 100)).toEqual({
      from: 0,
      to: 5,
      before: 0,
      after: 0,
    });
  });
  it('scrolls no further than needed, and never under the sticky head', () => {
    expect(scrollFor(100, 162, 0, 600, 36)).toBeNull();
    expect(scrollFor(700, 762, 0, 600, 36)).toBe(162);
    expect(scrollFor(500, 562, 480, 600, 36)).toBe(464);
  });
});
