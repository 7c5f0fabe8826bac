import { createHmac } from 'node:crypto';
import { CONTENT, GONE, KEYWORD, RATE_LIMITED, SIGNATURE, WebhookRobot, type Meaning, type WebhookRequest } from './webhook-robot';

/** 签名校验: HMAC-SHA256 with `timestamp\nsecret` as the key and nothing as the text, base64; seconds, no older than an hour. */
export const feishuSign = (seconds: number, secret: string): string =>
  createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64');

/** 飞书自定义机器人 (open.feishu.cn, custom bot guide): 100 messages a minute, 5 a second. */
export class FeishuRobot extends WebhookRobot {
  override readonly kind = 'FEISHU';

  protected override requestOf(url: URL, text: string, secret: string, now: Date): WebhookRequest {
    const seconds = Math.floor(now.getTime() / 1000);
    const signed = secret ? { timestamp: String(seconds), sign: feishuSign(seconds, secret) } : {};
    return { url, body: { ...signed, msg_type: 'text', content: { text } } };
  }

  /** Old and new form of the same answer: `code` or `StatusCode`. */
  protected override verdictOf(answer: Record<string, unknown>): { code: number; words: string } {
    return { code: Number(answer.code ?? answer.StatusCode), words: String(answer.msg ?? answer.StatusMessage ?? '') };
  }

  protected override meaningOf(code: number): Meaning | undefined {
    if (code === 11232) return RATE_LIMITED;
    if (code === 19021 || code === 19022) return SIGNATURE;
    if (code === 19024) return KEYWORD;
    if (code === 19001 || code === 19007) return GONE;
    return code === 9499 || code === 19002 ? CONTENT : undefined;
  }
}
