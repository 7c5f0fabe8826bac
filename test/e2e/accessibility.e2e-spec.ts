import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { stackAndBrowser } from '../support/browser';
import { describeWith } from '../support/servers';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  { width: 1366, height: 768 },
  { width: 375, height: 812 },
];
const PAGES: Record<string, string[]> = {
  matchmaker: ['/desk', '/desk/intake', '/desk/review', '/desk/pairings', '/admin/words', '/admin/messages', '/inbox', '/me'],
  emergency: ['/dept', '/dept/scenarios', '/dept/scenarios/new', '/dept/pairings', '/dept/scenarios/x/candidates', '/me/messages'],
  liheng: ['/firm', '/firm/capabilities', '/firm/matches', '/firm/capabilities/new', '/firm/pairings', '/members'],
  coordinator: ['/admin/operations', '/admin/robots', '/members', '/me/security'],
  auditor: ['/office/audit', '/inbox'],
};
const PUBLIC_PAGES = ['/', '/scenarios', '/capabilities', '/search?q=MES', '/sign-in', '/sign-in?expired=1', '/forgotten', '/help', '/nothing-here'];

interface Finding {
  id: string;
  impact: string;
  nodes: { target: string[] }[];
}

/** Serious findings of axe-core, and whether the page scrolls sideways. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.locator('h1').first().waitFor();
  // Evaluated by the browser's own debugger, which the page's content policy does not stop.
  const found = (await page.evaluate(
    `${AXE}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }).then((result) => result.violations)`,
  )) as Finding[];
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const faults = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
  return isWide ? [...faults, 'scrolls sideways'] : faults;
}

async function faultsOfAll(page: Page, paths: string[]): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const path of paths) {
        await page.goto(path, { waitUntil: 'networkidle' });
        const found = await faultsOf(page);
        if (found.length > 0) faults[`${path} ${colorScheme} ${size.width}`] = found;
      }
    }
  }
  return faults;
}

describeWith.chromium('every page, light and dark, at 1366 and 375', (executablePath) => {
  const on = stackAndBrowser(executablePath);

  it('has no serious accessibility finding and no sideways scroll for the public', async () => {
    const page = await on.visitor();
    expect(await faultsOfAll(page, PUBLIC_PAGES)).toEqual({});
  });

  it.each(Object.entries(PAGES))('has none at the desks of %s', async (login, paths) => {
    expect(await faultsOfAll(await on.personAt(login), paths)).toEqual({});
  });
});
