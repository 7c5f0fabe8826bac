import { DISCLAIMER, PRODUCT_NAME } from '@mantianxing/contracts';
import type { Message, MessageSection } from './message';
import { dayInWords, plain } from './wording';

export interface Frame {
  /** Who is greeted; an empty name drops out. */
  name: string;
  /** Address of the portal; `path` is the page the button opens. */
  base: string;
  path: string;
  /** Day in Asia/Shanghai. */
  day: string;
}

const FOOT = `系统邮件，回复无人查看。${DISCLAIMER}`;
const SETTINGS = { label: '通知设置', path: '/me/messages' };
const greeting = (name: string): string => (plain(name) ? `${plain(name)}，您好：` : '您好：');
const moreOf = (section: MessageSection): string => (section.more > 0 ? `还有${section.more}件，请登录查看` : '');

/** The frame of PORTAL.md section 4 around a message, as plain text. */
export function textMail(message: Message, { name, base, path, day }: Frame): string {
  const url = (to: string): string => new URL(to, base).href;
  const lists = (message.sections ?? []).map((section) =>
    [section.title, ...section.lines.map(({ text, path: to }) => `· ${text}\n  ${url(to)}`), moreOf(section)].filter(Boolean).join('\n'),
  );
  const parts = [greeting(name), ...message.paragraphs, ...lists, `${message.action}：\n${url(path)}`];
  return `${parts.join('\n\n')}\n\n${PRODUCT_NAME}\n${dayInWords(day)}\n\n--\n${FOOT}\n${SETTINGS.label}：${url(SETTINGS.path)}\n`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

/** Colours of the portal's light theme; mail programs read inline styles only. */
const STYLE = {
  body: 'margin:0;padding:24px 16px;background:#F4F8F8;color:#14262B;font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
  sheet:
    'max-width:40em;margin:0 auto;padding:24px;background:#FFFFFF;border-radius:8px;border-top:3px solid #0A5F70',
  button:
    'display:inline-block;padding:10px 20px;background:#0A5F70;color:#FFFFFF;border-radius:4px;text-decoration:none',
  heading: 'margin:0 0 4px;font-size:16px',
  link: 'color:#0A5F70',
  foot: 'max-width:40em;margin:16px auto 0;color:#566A71;font-size:13px',
};

/** The same, as HTML; every word of a message is escaped here. */
export function htmlMail(message: Message, { name, base, path, day }: Frame): string {
  const url = (to: string): string => escapeHtml(new URL(to, base).href);
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const lists = (message.sections ?? []).map(
    (section) => `<h2 style="${STYLE.heading}">${escapeHtml(section.title)}</h2>
<ul style="margin:0 0 16px;padding-left:1.2em">
${section.lines.map((line) => `<li><a href="${url(line.path)}" style="${STYLE.link}">${escapeHtml(line.text)}</a></li>`).join('\n')}
${section.more > 0 ? `<li style="list-style:none">${escapeHtml(moreOf(section))}</li>` : ''}
</ul>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(message.subject)}</title></head>
<body style="${escapeHtml(STYLE.body)}">
<div style="${STYLE.sheet}">
${[greeting(name), ...message.paragraphs].map(paragraph).join('\n')}
${lists.join('\n')}
<p style="margin:0 0 16px"><a href="${url(path)}" style="${STYLE.button}">${escapeHtml(message.action)}</a></p>
<p style="margin:0">${PRODUCT_NAME}<br>${dayInWords(day)}</p>
</div>
<p style="${STYLE.foot}">${FOOT}<br><a href="${url(SETTINGS.path)}" style="${STYLE.link}">${SETTINGS.label}</a></p>
</body></html>
`;
}
