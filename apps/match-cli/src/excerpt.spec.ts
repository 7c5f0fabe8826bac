import { excerpt } from './excerpt';

const shown = (text: string, marks: [number, number][], most: number): string =>
  excerpt(text, marks.map(([start, end]) => ({ start, end })), most)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('quoting a text with its matched words', () => {
  it('shows a short text whole, overlapping marks as one', () => {
    expect(shown('余位发布与停车诱导', [[5, 7], [6, 9], [0, 2]], 50)).toBe('[余位]发布与[停车诱导]');
  });

  it('chooses the stretch that holds most marks and begins at a sentence', () => {
    const text = `${'甲'.repeat(60)}。支持停车诱导、余位发布。${'乙'.repeat(60)}`;
    expect(shown(text, [[63, 67], [68, 72]], 20)).toBe(`…支持[停车诱导]、[余位发布]。${'乙'.repeat(8)}…`);
  });

  it('never cuts an emoji in two', () => {
    const text = '😀'.repeat(40);
    for (let most = 10; most < 14; most++) expect(excerpt(text, [], most).map((p) => p.text).join('')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('ignores marks that lie outside the text', () => {
    expect(shown('停车', [[0, 9], [-1, 1], [1, 1]], 10)).toBe('停车');
  });
});
