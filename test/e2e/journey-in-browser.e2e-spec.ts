import type { PartyPairingListView, PartyPairingView, ScenarioListView, ScenarioView } from '@mantianxing/contracts';
import type { Page } from 'playwright-core';
import { stackAndBrowser } from '../support/browser';
import { signInFor } from '../support/sign-in-for';
import { describeWith } from '../support/servers';
import { waitUntil } from '../support/wait-until';

const TITLE = '沿街小餐馆与群租房火情早发现';

/** Fills in one section of the scenario form and goes on to the next. */
async function fillIn(page: Page, section: string, texts: Record<string, string>): Promise<void> {
  await page.getByRole('navigation', { name: '填写任务' }).getByRole('button', { name: section }).click();
  for (const [field, text] of Object.entries(texts)) await page.locator(`#field-${field}`).fill(text);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator(`#field-${field}`).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

async function addWord(page: Page, field: string, word: string): Promise<void> {
  await page.locator(`#field-${field}`).fill(word);
  await page.locator(`#field-${field}`).press('Enter');
}

describeWith.chromium('the whole journey in a browser', (executablePath) => {
  const on = stackAndBrowser(executablePath);

  /** Mails that ask about this scenario; a link stands in each. */
  const asking = () => on.stack.mailBox.mails.filter(({ text }) => text?.includes(TITLE) && text.includes('/answer/'));
  const linkIn = (text: string | undefined) => /http:\S+\/answer\/\S+/.exec(text ?? '')?.[0] ?? '';

  it('lets a department write a scenario in the form and submit it once the gate is satisfied', async () => {
    const page = await on.personAt('emergency');
    await page.goto('/dept/scenarios/new');
    await fillIn(page, '基本情况', {
      title: TITLE,
      need: '对200家小餐馆和30处群租房的火灾隐患做到早发现，起火后一分钟内把告警推送给网格员和微型消防站，并能远程查看现场。',
      background: '夜间起火发现晚，去年接警41起。',
      sector: '应急消防',
    });
    await fillIn(page, '边界', {
      inScope: '前端感知设备、告警平台、与网格系统对接。',
      outOfScope: '不含消防水管网改造。',
      acceptance: '告警送达时间不超过60秒；误报率不高于3%；试运行90天。',
    });
    await page.getByRole('button', { name: '提交审核', exact: true }).click();
    await page.getByText('请选择资金来源').first().waitFor();

    await fillIn(page, '业主与责任', {
      ownerUnit: '星江区应急局',
      contactName: '周敏',
      contactPost: '信息科科长',
      contactPhone: '023-60001234',
    });
    await addWord(page, 'leadUnits', '星江区应急局');
    await addWord(page, 'responsibleUnits', '星江区大数据发展局');
    await fillIn(page, '资金与期限', { fundingProof: '2027年部门预算第12项', deadline: '2027-10-31' });
    await choose(page, 'fundingSource', '区级财政预算');
    await choose(page, 'fundingStatus', '已列入年度预算');
    await page.locator('#field-fundingMinFen').fill('60');
    await page.locator('#field-fundingMaxFen').fill('90');
    await fillIn(page, '保密声明', {});
    await page.locator('#field-secrecyDeclared').check();
    await page.getByRole('button', { name: '提交审核', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/new') && !url.pathname.endsWith('/edit'));
    await page.goto('/dept/scenarios');
    await page.getByText(TITLE).first().waitFor();
    await page.getByText('待审核').first().waitFor();
  });

  it('lets staff check it and the coordinator publish it', async () => {
    const matchmaker = await on.personAt('matchmaker');
    await matchmaker.goto('/desk/intake');
    await matchmaker.getByText(TITLE).first().click();
    await matchmaker.getByRole('button', { name: '通过', exact: true }).click();
    await matchmaker.getByText(/已通过|由统筹发布/).first().waitFor();
    const coordinator = await on.personAt('coordinator');
    await coordinator.goto('/desk/intake');
    await coordinator.getByText(TITLE).first().click();
    await coordinator.getByRole('button', { name: '发布', exact: true }).click();
    await waitUntil(async () => (await (await fetch(`${on.stack.url}/scenarios`)).text()).includes(TITLE), {
      timeoutMs: 20_000,
      what: 'the public list to show the scenario',
    });
  });

  it('shows the reviewer marked words in both texts, and approves with one key', async () => {
    const page = await on.personAt('matchmaker');
    await page.goto(`/desk/review?q=${encodeURIComponent(TITLE)}`);
    const marks = page.locator('mark');
    await marks.first().waitFor();
    const numbers = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-reasons')));
    expect(numbers.filter((number) => number?.split(' ').includes('1')).length).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('a');
    const evidence = page.getByRole('textbox', { name: /核实/ });
    if (await evidence.isVisible()) {
      await evidence.fill('已电话核实');
      await evidence.press('Enter');
    }
    await page.locator('[aria-live=polite]', { hasText: '已通过' }).first().waitFor({ state: 'attached' });
  });

  it('asks both sides, in the inbox and by mail, without any contact', async () => {
    const department = await on.personAt('emergency');
    const told = await waitUntil(
      async () => {
        await department.goto('/inbox');
        await department.locator('ul.inbox').waitFor();
        const text = await department.locator('main').innerText();
        return text.includes('是否与企业对接') && text;
      },
      { timeoutMs: 20_000, what: 'the department to be asked' },
    );
    expect(told).not.toMatch(/023-60|(?<![\da-f])1[3-9]\d{9}(?![\da-f])/);
    const mails = await waitUntil(() => asking().length >= 2 && asking(), { timeoutMs: 20_000, what: 'a mail to each side' });
    expect(new Set(mails.map(({ to }) => to?.[0]?.address)).size).toBe(mails.length);
    for (const { text, html } of mails) expect(`${text}${html}`).not.toMatch(/023-60|(?<![\da-f])1[3-9]\d{9}(?![\da-f])|周敏/);
  });

  it('lets the firm agree on a phone from its mail, without script and without signing in', async () => {
    const phone = await on.browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN', javaScriptEnabled: false });
    const page = await phone.newPage();
    const mail = asking().find(({ to }) => !to?.[0]?.address?.endsWith('@yjj.example.cn'));
    await page.goto(linkIn(mail?.text));
    await page.getByText(TITLE).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    const heights = await page.locator('label.choice, button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(await page.locator('main').innerText()).not.toMatch(/023-60|(?<![\da-f])1[3-9]\d{9}(?![\da-f])|周敏/);
    await page.getByText('同意对接', { exact: true }).click();
    await page.getByRole('button', { name: '提交答复' }).click();
    await page.getByRole('heading', { name: '您已同意对接' }).waitFor();
    expect((await page.goto(linkIn(mail?.text)))?.status()).toBe(410);
    await phone.close();
  });

  it('shows contacts to the two once the department has agreed in its desk, and to nobody else', async () => {
    const { items } = await (await on.stack.as('emergency')).get<PartyPairingListView>('/api/pairings');
    const { id, firmName } = items.find(({ scenarioTitle }) => scenarioTitle === TITLE) as PartyPairingView;
    const department = await on.personAt('emergency');
    await department.goto('/dept/pairings');
    const row = department.locator('.party-list > li', { hasText: firmName }).first();
    await row.getByRole('button', { name: '同意对接' }).click();
    await row.getByRole('button', { name: '确认同意对接' }).click();
    await row.getByRole('button', { name: '查看联系人' }).click();
    await row.getByText('联系人', { exact: true }).waitFor();
    expect(await row.locator('.contacts').innerText()).toMatch(/电话\s*\S*\d{7}/);

    const firm = await on.personAt((await signInFor(on.stack, firmName)).login);
    await firm.goto(`/firm/pairings#${id}`);
    await firm.getByRole('button', { name: '查看联系人' }).first().click();
    await firm.getByText('023-60001234').waitFor();
    const strangers = ['bigdata', ...['liheng', 'tinglan'].filter((login) => login !== on.stack.accounts.find(({ label }) => label === firmName)?.login)];
    for (const login of strangers) {
      const { status } = await (await on.stack.as(login)).send('GET', `/api/pairings/${id}/contacts`);
      expect([login, status]).toEqual([login, 404]);
    }
    const mails = await waitUntil(
      () => {
        const made = on.stack.mailBox.mails.filter(({ subject }) => subject?.startsWith('双方已同意对接'));
        return made.length >= 3 && made;
      },
      { timeoutMs: 20_000, what: 'both sides and the matchmaker to be told' },
    );
    for (const { text, html } of mails) expect(`${text}${html}`).not.toMatch(/023-60|(?<![\da-f])1[3-9]\d{9}(?![\da-f])|周敏/);
  });

  it('asks in place whether a text that resembles another one is a duplicate', async () => {
    const department = await on.stack.as('emergency');
    const mine = await department.get<ScenarioListView>('/api/scenarios/mine');
    const first = mine.items.find(({ content }) => content.title === TITLE);
    const content = { ...first?.content, title: `${TITLE}二期`, secrecyDeclared: true };
    const { id } = await department.post<ScenarioView>('/api/scenarios', { content });
    const page = await on.personAt('emergency');
    await page.goto(`/dept/scenarios/${id}/edit`);
    await page.locator('#field-title').fill(`${TITLE}（二期）`);
    await page.getByRole('complementary').getByText(/《沿街小餐馆与群租房火情早发现》\s*9\d%/).waitFor();
    await page.getByRole('button', { name: '提交审核', exact: true }).click();
    const question = page.locator('#duplicate-question');
    await question.getByText(/^与《沿街小餐馆与群租房火情早发现》相似9\d%，请确认不是重复。$/).waitFor();
    const goOn = question.getByRole('button', { name: '继续提交' });
    expect(await goOn.isDisabled()).toBe(true);
    await question.getByLabel('我已核对，不是重复').check();
    await goOn.click();
    await page.waitForURL((url) => url.pathname === '/dept/scenarios');
    await page.getByText(`${TITLE}（二期）`).first().waitFor();
  });
});
