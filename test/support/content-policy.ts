import type { Page, Response } from 'playwright-core';
import { headerFaults } from './headers/header-table';

/** What a page's policy refused, and answers whose headers are not those of the table, since it was put on watch. */
export class PolicyWatch {
  private readonly seen = new Set<string>();

  private constructor(private readonly page: Page) {}

  /** Before the first page is opened. `signedIn`: whoever sits there has a session. */
  static async on(page: Page, { signedIn }: { signedIn: boolean }): Promise<PolicyWatch> {
    const watch = new PolicyWatch(page);
    page.on('console', (message) => watch.told(message.text()));
    page.on('response', (response) => watch.answered(response, signedIn));
    // Run by the browser's debugger, which no policy stops; Chromium's own line names no element.
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', (event) => console.error('Content Security Policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ' ' + event.sample))`,
    );
    return watch;
  }

  /** Everything met so far, with the place it was met at; forgotten afterwards. */
  take(): string[] {
    const met = [...this.seen];
    this.seen.clear();
    return met;
  }

  private told(text: string): void {
    if (/content security policy|refused to/i.test(text)) this.seen.add(`${new URL(this.page.url()).pathname}: ${text.slice(0, 300)}`);
  }

  private answered(response: Response, signedIn: boolean): void {
    const request = response.request();
    const { pathname, search, protocol } = new URL(response.url());
    if (!protocol.startsWith('http')) return;
    const seen = { method: request.method(), url: pathname + search, status: response.status(), headers: response.headers(), signedIn };
    for (const fault of headerFaults(seen)) this.seen.add(fault);
  }
}
