import { chromium, type Browser, type Page } from 'playwright-core';
import type { WholeStack } from './whole-stack';

/** Flags without which Chromium asks its maker's hosts at every start. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}

/** A person at a screen of their own, signed in through the sign-in page. */
export async function personAt(browser: Browser, stack: WholeStack, login: string): Promise<Page> {
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
