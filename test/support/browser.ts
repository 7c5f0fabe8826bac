import { chromium, type Browser, type Page } from 'playwright-core';
import { startWholeStack, type StackChoice, type WholeStack } from './whole-stack';

/** Flags without which Chromium asks its maker's hosts at every start. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A whole stack and a browser for the tests of one suite. */
export function stackAndBrowser(executablePath: string, choice: StackChoice = {}) {
  let stack: WholeStack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startWholeStack(choice);
    browser = await chromium.launch({ executablePath, args: QUIET });
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  return {
    get stack() {
      return stack;
    },
    get browser() {
      return browser;
    },
    visitor: async (): Promise<Page> => (await browser.newContext({ baseURL: stack.url, locale: 'zh-CN' })).newPage(),
    personAt: (login: string): Promise<Page> => personAt(browser, stack, login),
  };
}

/** A person at a screen of their own, signed in through the sign-in page. */
async function personAt(browser: Browser, stack: WholeStack, login: string): Promise<Page> {
  const account = stack.accounts.find((one) => one.login === login);
  if (!account) throw new Error(`no demo account ${login}`);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', baseURL: stack.url });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto('/sign-in');
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(account.password);
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}
