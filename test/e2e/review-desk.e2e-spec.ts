import type { ReviewQueueView, SuggestionRowView } from '@mantianxing/contracts';
import type { Page } from 'playwright-core';
import { stackAndBrowser } from '../support/browser';
import { describeWith } from '../support/servers';
import { waitUntil } from '../support/wait-until';

describeWith.chromium('the review desk, by keyboard', (executablePath) => {
  const on = stackAndBrowser(executablePath, { holdSeconds: 600 });
  let page: Page;
  beforeAll(async () => {
    page = await on.personAt('matchmaker');
    const isLong = async () => {
      await page.goto('/desk/review', { waitUntil: 'networkidle' });
      return (await page.locator('.queue-row').count()) > 40;
    };
    await waitUntil(isLong, { timeoutMs: 120_000, what: 'the samples to be matched' });
  });

  const open = async (): Promise<SuggestionRowView[]> =>
    ((await page.evaluate(`fetch('/api/suggestions').then((answer) => answer.json())`)) as ReviewQueueView).rows.filter(({ partners }) => !partners);
  const row = ({ id }: SuggestionRowView) => page.locator(`#row-${id}`);

  it('keeps within the window, however long its queue', async () => {
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(768);
  });

  it('steps back from a firm, whose texts it then hides, and takes that back', async () => {
    const [first] = (await open()) as [SuggestionRowView];
    await row(first).click();
    await page.keyboard.press('e');
    // Arrows choose the party, and leave the queue where it is.
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: first.firmName }).isChecked()).toBe(true);
    await page.getByLabel('回避原因（统筹可见）').fill('配偶在该企业任职');
    await page.keyboard.press('Enter');
    await row(first).getByText('已回避，由其他专员办理').waitFor();
    await row(first).click();
    await page.getByText('您已回避，由其他专员办理。').waitFor();
    expect(await page.locator('#pane-offer').count()).toBe(0);
    expect((await open()).map(({ firmId }) => firmId)).not.toContain(first.firmId);
    await page.keyboard.press('z');
    await page.locator('#pane-offer').waitFor();
    expect((await open()).map(({ id }) => id)).toContain(first.id);
  });

  it('stops at enough, and takes that back', async () => {
    const rows = await open();
    const scenarioId = rows.map((one) => one.scenarioId).find((id, at, all) => all.filter((other) => other === id).length >= 5 && all.indexOf(id) === at);
    const [one, two, three, rest] = rows.filter((other) => other.scenarioId === scenarioId) as SuggestionRowView[];
    for (const approved of [one, two, three]) {
      if (!approved || !rest) throw new Error('no scenario with five suggestions');
      await row(approved).click();
      await page.keyboard.press('a');
      if (approved.toVerify.length > 0) {
        await page.getByRole('textbox', { name: /核实/ }).fill('已电话核实');
        await page.keyboard.press('Enter');
      }
      await row(approved).getByText('✓已通过').waitFor();
    }
    await row(rest as SuggestionRowView).click();
    await page.getByText('已通过3家').waitFor();
    await page.keyboard.press('q');
    await row(rest as SuggestionRowView).getByText('未审阅（名额已满）').waitFor();
    expect((await open()).filter((other) => other.scenarioId === scenarioId)).toEqual([]);
    await page.keyboard.press('z');
    await waitUntil(async () => (await open()).some(({ id }) => id === rest?.id), { timeoutMs: 20_000, what: 'the scenario to be taken up again' });
  });
});
