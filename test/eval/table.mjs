const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns a terminal takes: a Chinese character is two wide. */
export const widthOf = (text) => [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
const padded = (text, width, atStart) => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return atStart ? space + text : text + space;
};

/** Rows of cells as aligned lines; the first column to the left, the others to the right. */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => padded(cell ?? '', widths[column], column > 0)).join('  ').trimEnd());
}

export const decimal = (value) => (value === null || value === undefined ? '–' : value.toFixed(3));
export const signed = (value) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
