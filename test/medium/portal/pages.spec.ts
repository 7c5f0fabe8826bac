import { aCapability } from '../../support/builders/capability';
import { COMPLETE_SCENARIO, aScenario } from '../../support/builders/scenario';
import { openPortal, type TestPortal } from '../../support/builders/portal';
import { RecordQualification } from '@mantianxing/capability';
import { theOffice } from '../../support/builders/organizations';

/** A page as people without script see it. */
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1];
const metaOf = (html: string, name: string) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1];

describe('the public pages', () => {
  let portal: TestPortal;
  let scenarioId: string;
  let withdrawnId: string;
  let draftId: string;
  let capabilityId: string;
  beforeAll(async () => {
    // With an engine that does not answer, words are looked for in titles.
    portal = await openPortal({ MEILI_URL: 'http://127.0.0.1:9', MEILI_MASTER_KEY: 'k'.repeat(32) });
    scenarioId = (await aScenario(portal).published()).id;
    withdrawnId = (await aScenario(portal).with({ title: '街道公文校核助手' }).withdrawn()).id;
    draftId = (await aScenario(portal).with({ title: '尚未发布的内部想法' }).draft()).id;
    for (let n = 0; n < 24; n += 1) await aScenario(portal).with({ title: `第${n}号园区楼宇场景`, sector: '园区楼宇' }).published();
    const capability = await aCapability(portal).published();
    capabilityId = capability.id;
    const qualification = { code: 'MLPS', level: '三级', validUntil: '2027-06-30', verified: true };
    await portal.get(RecordQualification).execute((await theOffice(portal)).matchmaker, capability.firmId, qualification);
  });
  afterAll(() => portal.close());

  const page = async (url: string, status = 200) => {
    const answer = await portal.browser().get(url);
    expect([url, answer.status]).toEqual([url, status]);
    return answer.text;
  };
  const everyAddress = () => [
    '/', '/scenarios', '/scenarios?page=2', '/scenarios?q=%E5%85%85%E7%94%B5', '/scenarios?sector=%E6%B2%A1%E6%9C%89', `/scenarios/${scenarioId}`,
    '/capabilities', `/capabilities/${capabilityId}`, '/search', '/search?q=%E5%85%85%E7%94%B5', '/search?q=%E7%81%AB%E6%98%9F', '/sign-in', '/help',
  ];

  it('are complete without script, and load none', async () => {
    for (const url of everyAddress()) {
      const html = await page(url);
      expect(html).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/i);
      expect(words(html)).toContain('信息供对接参考，不作为政府采购资格条件。');
      expect(html).toContain('<html lang="zh-CN"');
      expect(html).toContain('href="#main">跳到正文');
    }
  });

  it('carry no contact of any person, no score and no proof of funding', async () => {
    const { contactName, contactPhone, contactEmail, fundingProof } = COMPLETE_SCENARIO;
    for (const url of everyAddress()) {
      const html = await page(url);
      for (const secret of [contactName, contactPhone, contactEmail, fundingProof]) expect(html).not.toContain(secret);
      expect(html).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])|[\w.+-]+@[\w-]+\.\w+/);
      expect(html).not.toMatch(/得分|匹配度/);
    }
  });

  it('are titled page, column, site, and say so to the site survey', async () => {
    expect(titleOf(await page('/'))).toBe('应用场景供需对接平台');
    expect(titleOf(await page('/scenarios'))).toBe('场景清单-应用场景供需对接平台');
    const entry = await page(`/scenarios/${scenarioId}`);
    expect(titleOf(entry)).toBe('老旧小区充电安全监测-场景清单-应用场景供需对接平台');
    expect(['SiteName', 'ColumnName', 'ArticleTitle', 'PubDate'].map((name) => metaOf(entry, name))).toEqual([
      '应用场景供需对接平台', '场景清单', '老旧小区充电安全监测', '2026-11-23',
    ]);
  });

  it('show a scenario with its elements, bands of money and words for codes', async () => {
    const text = words(await page(`/scenarios/${scenarioId}`));
    for (const said of ['✓边界清晰', '✓业主明确', '✓资金落实', '80万～120万元', '区级财政预算', '已列入年度预算', '等保三级', '2026年12月31日', '核对：联席会议办公室', '充电桩计费与改造', '告警15秒内送达社区']) {
      expect(text).toContain(said);
    }
  });

  it('show a capability with what was verified', async () => {
    const text = words(await page(`/capabilities/${capabilityId}`));
    for (const said of ['视频烟火识别与联动平台', '✓企业身份已核验', '等保三级', '2027-06-30', '✓已核验', '解决方案', '约45天']) expect(text).toContain(said);
  });

  it('number the list through its pages, newest first', async () => {
    const first = await page('/scenarios');
    expect(words(first)).toContain('共25个公开场景，按发布日期排列。');
    expect(first).toContain('href="/scenarios?page=2" rel="next"');
    const second = await page('/scenarios?page=2');
    expect(second).toMatch(/<td class="number">21<\/td>/);
    expect(second).toMatch(/<td class="number">25<\/td>\s*<th scope="row"><a href="[^"]+">老旧小区充电安全监测/);
  });

  it('lead back from a page beyond the last', async () => {
    const { status, headers } = await portal.browser().get('/scenarios?q=&sector=%E5%9B%AD%E5%8C%BA%E6%A5%BC%E5%AE%87&page=9');
    expect([status, headers.location]).toEqual([303, '/scenarios?sector=%E5%9B%AD%E5%8C%BA%E6%A5%BC%E5%AE%87']);
  });

  it('filter by address, and offer each filter to take away', async () => {
    const html = await page(`/scenarios?sector=${encodeURIComponent('园区楼宇')}&page=2`);
    expect(words(html)).toContain('共24个符合条件的场景');
    expect(html).toContain('<option value="园区楼宇" selected>园区楼宇（24）</option>');
    expect(html).toContain('<a href="/scenarios" aria-label="去掉园区楼宇">');
    expect(words(await page('/scenarios?sector=%E6%B2%A1%E6%9C%89'))).toContain('没有符合条件的场景，试试减少筛选。');
  });

  it('read addresses kindly that people typed or shared', async () => {
    for (const url of ['/scenarios?page=abc', '/scenarios?page=-1', '/scenarios?utm_source=mail', `/scenarios?q=${'长'.repeat(300)}`, '/scenarios?q=1&q=2', '/search?q[]=1']) {
      await page(url);
    }
  });

  it('escape what people wrote', async () => {
    const html = await page(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });

  it('look through titles while the engine is away, and say so', async () => {
    const list = await page('/scenarios?q=%E5%85%85%E7%94%B5');
    expect(words(list)).toContain('检索服务暂时联系不上，暂按标题查找。');
    expect(list).toContain('老旧小区充电安全监测');
    expect(words(await page('/search?q=%E5%85%85%E7%94%B5'))).toContain('暂按标题查找');
  });

  it('keep name and day of what was withdrawn, and nothing of a draft', async () => {
    const html = await page(`/scenarios/${withdrawnId}`, 410);
    expect(words(html)).toMatch(/街道公文校核助手 此场景已于2026年11月23日撤回或到期，内容不再公开。/);
    expect(html).not.toContain(COMPLETE_SCENARIO.need);
    expect(await page(`/scenarios/${draftId}`, 404)).not.toContain('尚未发布的内部想法');
  });

  it('answer a wrong address in the same frame', async () => {
    for (const url of ['/nowhere', '/scenarios/1', '/capabilities/01a200f2-c669-74ca-a50e-1e7499fe2718', '/scenarios/%00']) {
      expect(words(await page(url, 404))).toContain('没有找到此页，可能已撤回或地址有误。');
    }
  });

  it('say in Chinese that an address cannot be read', async () => {
    const { status, text } = await portal.browser().get('/scenarios/%zz');
    expect([status, text.includes('请求格式不正确，请检查后重试。')]).toEqual([400, true]);
  });

  it('remember 大字版 and 深色 in cookies and go back to the page', async () => {
    const browser = portal.browser();
    const answer = await browser.form('/display', { size: 'large', back: '/scenarios?page=2' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/scenarios?page=2']);
    await browser.form('/display', { theme: 'dark', back: 'https://evil.example' }).then(({ headers }) => expect(headers.location).toBe('/'));
    expect((await browser.get('/')).text).toContain('data-theme="dark" data-size="large"');
    await browser.form('/display', { theme: 'url(x)', size: 'standard', back: '/' });
    expect((await browser.get('/')).text).toContain('data-theme="dark" data-size="standard"');
  });

  it('bring one stylesheet that browsers may keep for ever', async () => {
    const href = /<link rel="stylesheet" href="([^"]+)"/.exec(await page('/'))?.[1] ?? '';
    const sheet = await portal.browser().get(href);
    expect(sheet.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(sheet.text).toContain('--river: #0a5f70');
    expect((await portal.browser().get('/assets/portal.css?v=old')).headers['cache-control']).toBe('no-cache');
  });
});
