import { createHmac } from 'node:crypto';
import { BUSY, CONTENT, GONE, KEYWORD, RATE_LIMITED, SIGNATURE, WebhookRobot, type Meaning, type WebhookRequest } from './webhook-robot';

/** 加签: HMAC-SHA256 under the secret over `timestamp\nsecret`, base64; milliseconds, no older than an hour. */
export const dingtalkSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** 钉钉自定义机器人 (open.dingtalk.com, custom robot access and its security settings): 20 messages a minute. */
export class DingtalkRobot extends WebhookRobot {
  override readonly kind = 'DINGTALK';

  protected override requestOf(webhook: URL, text: string, secret: string, now: Date): WebhookRequest {
    const url = new URL(webhook);
    if (secret) {
      // `set` encodes the base64 for the query, `+` and `/` included.
      url.searchParams.set('timestamp', String(now.getTime()));
      url.searchParams.set('sign', dingtalkSign(now.getTime(), secret));
    }
    return { url, body: { msgtype: 'text', text: { content: text } } };
  }

  protected override verdictOf({ errcode, errmsg }: Record<string, unknown>): { code: number; words: string } {
    return { code: Number(errcode), words: String(errmsg ?? '') };
  }

  protected override meaningOf(code: number, words: string): Meaning | undefined {
    if (code === 130101 || code === 410100) return RATE_LIMITED;
    // One code for the three settings: 关键词, 加签 and IP地址段.
    if (code === 310000) return /keyword|关键词/i.test(words) ? KEYWORD : SIGNATURE;
    if ([300001, 300005, 400013, 400101, 400102, 400106].includes(code)) return GONE;
    if (code === 40035 || code === 400105 || code === 430101 || code === 430102 || code === 430103 || code === 430104) return CONTENT;
    return code === -1 ? BUSY : undefined;
  }
}
