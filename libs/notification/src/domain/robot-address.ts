import type { RobotKind } from '@mantianxing/contracts';

/** Where each vendor takes messages; nothing else is ever called. */
const PLACES: Record<RobotKind, { host: string; path: RegExp; key: string | null; example: string }> = {
  WECOM: { host: 'qyapi.weixin.qq.com', path: /^\/cgi-bin\/webhook\/send$/, key: 'key', example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=' },
  DINGTALK: { host: 'oapi.dingtalk.com', path: /^\/robot\/send$/, key: 'access_token', example: 'https://oapi.dingtalk.com/robot/send?access_token=' },
  FEISHU: { host: 'open.feishu.cn', path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/, key: null, example: 'https://open.feishu.cn/open-apis/bot/v2/hook/' },
};

export const exampleWebhook = (kind: RobotKind): string => PLACES[kind].example;

/**
 * What is wrong with a webhook's address, in Chinese; empty when nothing is. Only https and only the vendor's own host,
 * so that nobody makes this server call another one. Of `allowedHosts` only loopback with its port counts, for trying out.
 */
export function checkWebhook(kind: RobotKind, webhook: string, allowedHosts: readonly string[]): string {
  const { host, path, key, example } = PLACES[kind];
  const url = parsed(webhook);
  const wanted = `请填写机器人的完整地址，以${example}开头。`;
  if (!url || url.username || url.password) return wanted;
  const isTest = allowedHosts.includes(url.host) && isLoopback(url.hostname);
  if (!isTest && (url.protocol !== 'https:' || url.host !== host)) return wanted;
  if (!path.test(url.pathname) || (key !== null && !url.searchParams.get(key))) return wanted;
  return '';
}

const isLoopback = (hostname: string): boolean => hostname === '127.0.0.1' || hostname === '[::1]';

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
