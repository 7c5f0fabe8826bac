import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DARK, LIGHT, type Palette } from './palette';

const css = readFileSync(join(__dirname, '../../../src/public/assets/tokens.css'), 'utf8');
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function declared(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

describe('the colours Ant is given', () => {
  it.each([
    ['light', ':root {', LIGHT],
    ['dark', ":root[data-theme='dark']", DARK],
    ['dark by device', ":root[data-theme='system']", DARK],
  ])('are those of tokens.css in the %s theme', (_name, selector, palette: Palette) => {
    const tokens = declared(selector);
    for (const [name, value] of Object.entries(palette))
      expect(tokens[kebab(name)]).toBe(value.toLowerCase());
  });
});
