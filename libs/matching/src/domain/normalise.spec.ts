import { normalise, verbatimSpan } from './normalise';

const shown = (verbatim: string, wanted: string) => {
  const normalised = normalise(verbatim);
  const start = normalised.text.indexOf(wanted);
  const span = verbatimSpan(normalised, start, start + wanted.length);
  return verbatim.slice(span.start, span.end);
};

describe('normalising', () => {
  it('reads Traditional characters as Simplified ones', () => {
    expect(normalise('智慧園區製造執行系統').text).toBe('智慧园区制造执行系统');
  });

  it('reads full-width letters and digits as plain lower-case ones', () => {
    expect(normalise('ＭＥＳ１２３４５').text).toBe('mes12345');
  });

  it('leads back to the words as written after Traditional and full-width characters', () => {
    expect(shown('我們要ＭＥＳ系統', 'mes')).toBe('ＭＥＳ');
    expect(shown('需要㎡級定位與軟體', '软体')).toBe('軟體');
  });

  it('keeps its place after emoji and after characters that become several', () => {
    expect(shown('🔥🔥火災隱患監測', '火灾隐患')).toBe('火災隱患');
    expect(shown('℃℡火灾', '火灾')).toBe('火灾');
  });

  it('shows a whole emoji where only half of it was met', () => {
    const normalised = normalise('a🔥b');
    expect(verbatimSpan(normalised, 1, 2)).toEqual({ start: 1, end: 3 });
  });

  it('leaves ten thousand emoji as they are', () => {
    const emoji = '😀'.repeat(10_000);
    expect(normalise(emoji).text).toBe(emoji);
  });
});
