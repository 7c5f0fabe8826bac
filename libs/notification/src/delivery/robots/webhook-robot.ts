import { OutboundError, type OutboundGuard } from '@mantianxing/platform';
import { GroupRobot, type RobotAddress } from '../../domain/group-robot';
import { checkWebhook } from '../../domain/robot-address';
import { SendFault, type FaultCode } from '../../domain/send-fault';

/** The vendors answer within a second; more is a fault of the line, in milliseconds. */
const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;
/** All three allow 20 messages or more a minute: after that a new minute begins. */
const NEXT_MINUTE_MS = 60_000;

export interface WebhookRequest {
  url: URL;
  body: object;
}

/** What an error code of a vendor means; codes not listed are taken for temporary. */
export type Meaning = { code: FaultCode; permanent?: boolean; waits?: boolean };
export const RATE_LIMITED: Meaning = { code: 'RATE_LIMITED', waits: true };
export const GONE: Meaning = { code: 'ROBOT_GONE', permanent: true };
export const SIGNATURE: Meaning = { code: 'SIGNATURE_REFUSED', permanent: true };
export const KEYWORD: Meaning = { code: 'KEYWORD_MISSING', permanent: true };
export const CONTENT: Meaning = { code: 'CONTENT_REFUSED', permanent: true };
export const BUSY: Meaning = { code: 'SERVER_BUSY' };

/** A robot behind a webhook: one POST of JSON, answered 200 with a code that is 0 when the message was taken. */
export abstract class WebhookRobot extends GroupRobot {
  /** `allowedHosts`: those of OUTBOUND_ALLOWED_HOSTS; here only loopback counts. */
  constructor(
    private readonly out: Pick<OutboundGuard, 'request'>,
    private readonly allowedHosts: readonly string[] = [],
  ) {
    super();
  }

  protected abstract requestOf(webhook: URL, text: string, secret: string, now: Date): WebhookRequest;
  /** The vendor's code and its words. */
  protected abstract verdictOf(answer: Record<string, unknown>): { code: number; words: string };
  protected abstract meaningOf(code: number, words: string): Meaning | undefined;

  override async send({ webhook, secret }: RobotAddress, text: string, now: Date): Promise<void> {
    const problem = checkWebhook(this.kind, webhook, this.allowedHosts);
    if (problem) throw new SendFault(problem, { permanent: true, code: 'HOST_REFUSED' });
    const { url, body } = this.requestOf(new URL(webhook), text, secret, now);
    const { code, words } = this.verdictOf(await this.post(url, body));
    if (code === 0) return;
    const { code: fault, permanent = false, waits = false } = this.meaningOf(code, words) ?? { code: 'OTHER' };
    throw new SendFault(`${code} ${words}`.slice(0, 200), { permanent, code: fault, ...(waits && { waitMs: NEXT_MINUTE_MS }) });
  }

  /** The error's text never carries the address: whoever has it can write to the group. */
  private async post(url: URL, body: object): Promise<Record<string, unknown>> {
    const response = await this.out
      .request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        ...{ timeoutMs: PATIENCE_MS, mostBytes: LONGEST_ANSWER },
      })
      .catch((error: unknown) => {
        const permanent = error instanceof OutboundError && error.forGood;
        const words = error instanceof OutboundError ? error.reason : 'UNREACHABLE';
        throw new SendFault(words, { permanent, code: permanent ? 'HOST_REFUSED' : 'SERVER_AWAY', waitMs: NEXT_MINUTE_MS });
      });
    if (response.status === 429) throw new SendFault('429', { permanent: false, code: 'RATE_LIMITED', waitMs: NEXT_MINUTE_MS });
    const answer = parsed(await response.text());
    if (!answer) throw new SendFault(`HTTP ${response.status}`, { permanent: false, code: 'SERVER_BUSY', waitMs: NEXT_MINUTE_MS });
    return answer;
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
