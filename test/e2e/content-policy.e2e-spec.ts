import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityListView, InboxView, ScenarioListView } from '@mantianxing/contracts';
import type { Page } from 'playwright-core';
import { stackAndBrowser } from '../support/browser';
import { PolicyWatch } from '../support/content-policy';
import { describeWith } from '../support/servers';

/** Whose desk shows what is for these letters; everybody's pages are looked at by the first. */
const LOGIN: Record<string, string> = { M: 'matchmaker', C: 'coordinator', D: 'emergency', F: 'liheng', FA: 'liheng', A: 'admin', U: 'auditor' };
const PUBLIC_PAGES = ['/', '/scenarios', '/capabilities', '/search?q=MES', '/sign-in', '/forgotten', '/help', '/nothing-here'];

/** Every page of the client as pages.tsx lists it, under one login for each letter it is for. */
function pagesByLogin(): Map<string, string[]> {
  const source = readFileSync(join(__dirname, '../../apps/web-portal/client/src/pages.tsx'), 'utf8');
  const found = [...source.matchAll(/path: '(\/[^']*)',\s*(?:for: (STAFF|\[[^\]]*\]),)?/g)];
  const pages = new Map<string, string[]>();
  for (const [, path = '', letters = "['M']"] of found) {
    for (const [, letter = ''] of (letters === 'STAFF' ? "'M' 'C'" : letters).matchAll(/'(\w+)'/g)) {
      const login = LOGIN[letter];
      if (login) pages.set(login, [...new Set([...(pages.get(login) ?? []), path])]);
    }
  }
  return pages;
}

/** Opens whatever opens: lists of choices, folded parts, menus. */
async function openEverything(page: Page): Promise<void> {
  for (const select of await page.locator('.ant-select').all()) {
    if (!(await select.isVisible())) continue;
    await select.click();
    await page.keyboard.press('Escape');
  }
  for (const folded of await page.locator('summary, [aria-expanded=false][aria-haspopup]:not(input)').all()) {
    if (await folded.isVisible()) await folded.click();
  }
}

describeWith.chromium('the content policy in a browser', (executablePath) => {
  const on = stackAndBrowser(executablePath);
  const visited: string[] = [];

  /** `:id` as something this person may open. */
  async function withObject(path: string, login: string): Promise<string> {
    if (!path.includes(':id')) return path;
    const person = await on.stack.as(login);
    const owner = path.startsWith('/dept') && login !== 'emergency' ? await on.stack.as('emergency') : person;
    const { items } = path.startsWith('/dept')
      ? await owner.get<ScenarioListView>('/api/scenarios/mine')
      : path.startsWith('/firm')
        ? await person.get<CapabilityListView>('/api/capabilities/mine')
        : await person.get<InboxView>('/api/inbox');
    return path.replace(':id', items[0]?.id ?? 'nothing');
  }

  it('refuses nothing on the public pages', async () => {
    const page = await on.visitor();
    const watch = await PolicyWatch.on(page, { signedIn: false });
    for (const path of PUBLIC_PAGES) await page.goto(path, { waitUntil: 'networkidle' });
    expect(watch.take()).toEqual([]);
  });

  it.each([...pagesByLogin()])('refuses nothing on any page of %s, whatever is opened there', async (login, paths) => {
    const page = await on.personAt(login);
    const watch = await PolicyWatch.on(page, { signedIn: true });
    for (const path of paths) {
      await page.goto(await withObject(path, login), { waitUntil: 'networkidle' });
      await page.locator('h1').first().waitFor();
      await openEverything(page);
      visited.push(path);
    }
    expect(watch.take()).toEqual([]);
  });

  it('was looked at on every page the client has', () => {
    const source = readFileSync(join(__dirname, '../../apps/web-portal/client/src/pages.tsx'), 'utf8');
    const listed = [...source.matchAll(/path: '(\/[^']*)'/g)].map(([, path]) => path);
    expect(listed.length).toBeGreaterThan(20);
    expect([...new Set(listed)].filter((path) => !visited.includes(path as string))).toEqual([]);
  });

  it('lets Ant draw its forms in their colours, and the picture of a second factor', async () => {
    const department = await on.personAt('emergency');
    await department.goto('/dept/scenarios/new', { waitUntil: 'networkidle' });
    await department.locator('#field-need').waitFor();
    const styles = department.locator('style');
    expect(await styles.count()).toBeGreaterThan(3);
    expect(await styles.evaluateAll((all) => all.every((one) => one.sheet !== null && one.nonce !== ''))).toBe(true);

    const page = await on.personAt('liheng');
    const watch = await PolicyWatch.on(page, { signedIn: true });
    await page.goto('/me/security');
    await page.getByRole('button', { name: '启用动态验证码' }).click();
    await page.locator('#factor-start-password').fill(on.stack.accounts.find((one) => one.login === 'liheng')?.password ?? '');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.locator('.factor-picture svg').first().waitFor();
    expect(watch.take()).toEqual([]);
  });

  it('is another nonce for every answer, and a page that writes styles or script without it is refused and noticed', async () => {
    const page = await on.personAt('auditor');
    const watch = await PolicyWatch.on(page, { signedIn: true });
    const nonces = new Set<string | undefined>();
    for (const path of ['/office/audit', '/me', '/office/audit']) {
      const answer = await page.goto(path, { waitUntil: 'networkidle' });
      nonces.add(/'nonce-([\w-]{22})'/.exec((await answer?.allHeaders())?.['content-security-policy'] ?? '')?.[1]);
    }
    expect([nonces.size, nonces.has(undefined)]).toEqual([3, false]);
    expect(watch.take()).toEqual([]);
    await page.evaluate(`document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { outline: 1px solid }' }))`);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<p style="color: red" onclick="x()">')`);
    await page.evaluate(`document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))`);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    const refused = watch.take().join('\n');
    for (const kind of ['style-src-elem', 'style-src-attr', 'script-src-elem']) expect(refused).toContain(kind);
  });
});
