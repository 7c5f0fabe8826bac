import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailCatcher, type RunningMailCatcher } from './index';
import { KeptMails, type CaughtMail } from './kept-mails';

describe('the mail catcher', () => {
  let folder: string;
  let catcher: RunningMailCatcher;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mail-catcher-'));
    catcher = await startMailCatcher({ smtpPort: 0, pagePort: 0, folder });
  });
  afterEach(async () => {
    await catcher.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (subject: string, to = 'li@example.test', html?: string) =>
    createTransport({ url: catcher.smtpUrl }).sendMail({ from: '平台 <no-reply@mtx.example>', to, subject, text: `${subject}正文`, html });
  const get = async (path: string) => {
    const response = await fetch(catcher.pageUrl + path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const listed = async (query = ''): Promise<CaughtMail[]> => JSON.parse((await get(`/api/messages${query}`)).text);

  it('shows what was sent, newest first, and finds it by recipient', async () => {
    await send('待审核：《充电安全监测》');
    await send('已发布：《公文校核》', 'wang@example.test');
    expect((await listed()).map(({ subject }) => subject)).toEqual(['已发布：《公文校核》', '待审核：《充电安全监测》']);
    expect(await listed('?to=li@')).toMatchObject([{ to: ['li@example.test'], from: '平台 <no-reply@mtx.example>', text: '待审核：《充电安全监测》正文' }]);
    const { text } = await get('/');
    expect(text.indexOf('公文校核')).toBeLessThan(text.indexOf('充电安全监测'));
  });

  it('keeps a mail from running or looking like the page around it', async () => {
    await send('<script>alert(1)</script>', 'li@example.test', '<p onclick="x()">正文</p></iframe><script>alert(2)</script>');
    const [mail] = await listed();
    const { text, headers } = await get(`/messages/${mail?.id}`);
    expect(text).toContain('srcdoc="&lt;base target=&quot;_blank&quot;&gt;&lt;p onclick=&quot;x()&quot;&gt;正文');
    expect(text).not.toMatch(/<script|allow-scripts|allow-same-origin/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('keeps mails over a restart and forgets a file it cannot read', async () => {
    await send('第一封');
    await catcher.stop();
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, file.replace(/.{4}\.json$/, 'zzzz.json')), '{');
    catcher = await startMailCatcher({ smtpPort: 0, pagePort: 0, folder });
    expect((await listed()).map(({ subject }) => subject)).toEqual(['第一封']);
    expect(readdirSync(folder)).toEqual([file]);
  });

  it('keeps the newest only', async () => {
    const mails = new KeptMails(folder, 3);
    for (let n = 1; n <= 5; n += 1) await mails.add(Buffer.from(`Subject: ${n}\r\n\r\n`), ['li@example.test']);
    expect(mails.list().map(({ subject }) => subject)).toEqual(['5', '4', '3']);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('asks the sender to come again while a mail cannot be kept', async () => {
    rmSync(folder, { recursive: true });
    await expect(send('磁盘满')).rejects.toMatchObject({ responseCode: 452 });
  });

  it('answers 404 in words, refuses writes and names that are not ours', async () => {
    expect(await get('/messages/..%2f..%2fsecrets')).toMatchObject({ status: 404, text: expect.stringContaining('没有这封邮件') });
    expect((await fetch(catcher.pageUrl, { method: 'POST' })).status).toBe(405);
    const status = await new Promise((resolve) =>
      request(`${catcher.pageUrl}/api/messages`, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.statusCode)).end(),
    );
    expect(status).toBe(403);
  });
});
