import { CONTENT, GONE, RATE_LIMITED, SIGNATURE, WebhookRobot, BUSY, type Meaning, type WebhookRequest } from './webhook-robot';

/**
 * 企业微信群机器人 (developer.work.weixin.qq.com, path 91770): the key in the address is the whole proof, there is no
 * signature. Plain text up to 2,048 bytes; 20 messages a minute.
 */
export class WecomRobot extends WebhookRobot {
  override readonly kind = 'WECOM';

  protected override requestOf(url: URL, text: string): WebhookRequest {
    return { url, body: { msgtype: 'text', text: { content: text } } };
  }

  protected override verdictOf({ errcode, errmsg }: Record<string, unknown>): { code: number; words: string } {
    return { code: Number(errcode), words: String(errmsg ?? '') };
  }

  protected override meaningOf(code: number): Meaning | undefined {
    if (code === 45009 || code === 45033) return RATE_LIMITED;
    if (code === 93000 || code === 93004 || code === 93008) return GONE;
    if (code === 60020) return SIGNATURE;
    if (code === 40058 || code === 44004 || code === 45002) return CONTENT;
    return code === -1 ? BUSY : undefined;
  }
}
