import type { CaughtMail } from './kept-mails';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

const STYLE = `
:root{color-scheme:light dark;--page:#F4F8F8;--surface:#FFFFFF;--ink:#14262B;--soft:#566A71;--line:#D3DEE1;--edge:#74878E;--river:#0A5F70}
@media(prefers-color-scheme:dark){:root{--page:#0D1618;--surface:#142023;--ink:#E8F0F1;--soft:#96A8AD;--line:#2A3B40;--edge:#6F848B;--river:#63C7D8}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;text-autospace:normal}
header,main{max-width:52rem;margin:0 auto;padding:16px}
h1{font-size:20px;line-height:1.35;margin:0;overflow-wrap:anywhere}
a{color:var(--river)}
p{margin:8px 0}
.soft{color:var(--soft);font-size:14px}
ul{list-style:none;margin:0;padding:0;background:var(--surface);border-top:2px solid var(--river)}
li a{display:block;padding:12px 16px;border-bottom:1px solid var(--line);text-decoration:none;color:inherit;overflow-wrap:anywhere}
li a:hover,li a:focus-visible{outline:2px solid var(--river);outline-offset:-2px}
form{display:flex;gap:8px;margin:16px 0 0}
input{flex:1;min-width:0}
input,button{font:inherit;min-height:44px;padding:4px 12px;border:1px solid var(--edge);border-radius:4px;background:var(--surface);color:inherit}
iframe{width:100%;height:65vh;border:1px solid var(--line);background:#F4F8F8}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:16px 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--surface);padding:16px;font:inherit}`;

const shanghai = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium' });
const time = (iso: string): string => `<time datetime="${escape(iso)}">${shanghai.format(new Date(iso))}</time>`;

function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}
<title>${escape(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>
`;
}

/** Everything that was sent, newest first; looks again every ten seconds. */
export function listPage(mails: readonly CaughtMail[], to: string): string {
  const row = ({ id, subject, receivedAt, to: recipients }: CaughtMail) =>
    `<li><a href="/messages/${id}">${escape(subject || '（无主题）')}<br>` +
    `<span class="soft">${escape(recipients.join('、'))} · ${time(receivedAt)}</span></a></li>`;
  const none = to ? '没有发给这个地址的邮件。' : '还没有发出的邮件。';
  return page(
    '发出的邮件',
    `<header><h1>发出的邮件</h1><p class="soft">本机演示用：邮件都留在这里，不会发到外面。共${mails.length}封，每10秒刷新。</p>
<form><input name="to" value="${escape(to)}" placeholder="按收件地址查找" aria-label="收件地址"><button>查找</button></form></header>
<main>${mails.length > 0 ? `<ul>${mails.map(row).join('')}</ul>` : `<p>${none}</p>`}</main>`,
    '<meta http-equiv="refresh" content="10">',
  );
}

/**
 * One mail. Its HTML runs in a sandbox without scripts and without our origin; only its links may open, in a
 * window of their own.
 */
export function mailPage(mail: CaughtMail): string {
  const framed = `<iframe title="邮件正文" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escape(
    `<base target="_blank">${mail.html}`,
  )}"></iframe>`;
  return page(
    mail.subject,
    `<header><p><a href="/">← 全部邮件</a></p><h1>${escape(mail.subject || '（无主题）')}</h1>
<dl><dt>发件人</dt><dd>${escape(mail.from)}</dd><dt>收件人</dt><dd>${escape(mail.to.join('、'))}</dd>
<dt>时间</dt><dd>${time(mail.receivedAt)}</dd><dt>编号</dt><dd class="soft">${escape(mail.messageId)}</dd></dl></header>
<main>${mail.html ? framed : ''}<details${mail.html ? '' : ' open'}><summary>纯文本</summary><pre>${escape(mail.text)}</pre></details></main>`,
  );
}

export const absentPage = (): string =>
  page('没有这封邮件', '<main><h1>没有这封邮件</h1><p>可能已被更新的邮件替换。</p><p><a href="/">← 全部邮件</a></p></main>');
