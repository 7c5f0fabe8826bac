import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RobotKind } from '@mantianxing/contracts';
import { ContactTripwire } from './contact-tripwire';

export const ROBOT_TOKEN = '7f0c2c4e';
export const ROBOT_SECRET = 'SECab12cd34ef56';
/** Signatures of both vendors hold for an hour. */
const HOUR_MS = 3_600_000;

type Mood = 'takes' | 'too-many' | 'gone' | 'busy' | 'garbled' | 'moved';

export interface RobotReceiver {
  host: string;
  webhookOf(kind: RobotKind): string;
  /** Texts taken, in order. */
  texts: string[];
  /** How the vendor feels about the next messages. */
  mood: Mood;
  /** The receiver's clock. */
  now: Date;
  close(): Promise<void>;
}

interface Call {
  url: URL;
  body: { msgtype?: string; msg_type?: string; text?: { content?: string }; content?: { text?: string }; timestamp?: string; sign?: string };
}

/** Answers as the three vendors do: 200 with a code, the signature checked by each vendor's own formula. */
export async function openRobotReceiver(): Promise<RobotReceiver> {
  const tripwire = new ContactTripwire();
  const server = createServer((request, response) => {
    void readCall(request).then((call) => {
      tripwire.text('群机器人消息', JSON.stringify(call.body));
      if (receiver.mood === 'moved') return response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      if (receiver.mood === 'garbled') return response.writeHead(502).end('<html>Bad Gateway</html>');
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerTo(call, receiver)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: RobotReceiver = {
    ...{ host, texts: [], mood: 'takes', now: new Date('2026-11-23T02:00:00Z') },
    webhookOf: (kind) => `http://${host}${PATHS[kind]}`,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await tripwire.check();
    },
  };
  return receiver;
}

const PATHS: Record<RobotKind, string> = {
  WECOM: `/cgi-bin/webhook/send?key=${ROBOT_TOKEN}`,
  DINGTALK: `/robot/send?access_token=${ROBOT_TOKEN}`,
  FEISHU: `/open-apis/bot/v2/hook/${ROBOT_TOKEN}`,
};
const CODES: Record<RobotKind, Record<'too-many' | 'gone' | 'busy', [number, string]>> = {
  WECOM: { 'too-many': [45009, 'api freq out of limit'], gone: [93000, 'invalid webhook url'], busy: [-1, 'system busy'] },
  DINGTALK: { 'too-many': [130101, 'send too fast, exceed 20 times per minute'], gone: [300001, 'token is not exist'], busy: [-1, '系统繁忙'] },
  FEISHU: { 'too-many': [11232, 'frequency limited psm'], gone: [19001, 'param invalid: incoming webhook access token invalid'], busy: [10500, 'internal error'] },
};

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Call['body'];
  return { url: new URL(request.url ?? '/', 'http://receiver.invalid'), body };
}

function answerTo(call: Call, receiver: RobotReceiver): object {
  const kind = kindOf(call.url);
  const answer = (code: number, words: string) => (kind === 'FEISHU' ? { code, msg: words, data: {} } : { errcode: code, errmsg: words });
  const { mood } = receiver;
  if (mood === 'too-many' || mood === 'gone' || mood === 'busy') return answer(...CODES[kind][mood]);
  const refusal = REFUSALS[kind](call, receiver.now);
  if (refusal) return answer(...refusal);
  receiver.texts.push((kind === 'FEISHU' ? call.body.content?.text : call.body.text?.content) ?? '');
  return answer(0, 'ok');
}

function kindOf({ pathname }: URL): RobotKind {
  if (pathname.startsWith('/cgi-bin/')) return 'WECOM';
  return pathname.startsWith('/robot/') ? 'DINGTALK' : 'FEISHU';
}

/** 0 lets pass; else the vendor's code. The formulas stand here a second time, written from the vendors' pages. */
const REFUSALS: Record<RobotKind, (call: Call, now: Date) => [number, string] | undefined> = {
  WECOM: ({ url, body }) => {
    if (url.searchParams.get('key') !== ROBOT_TOKEN) return [93000, 'invalid webhook url'];
    return body.msgtype === 'text' ? undefined : [40008, 'invalid message type'];
  },
  DINGTALK: ({ url, body }, now) => {
    if (url.searchParams.get('access_token') !== ROBOT_TOKEN) return [300001, 'token is not exist'];
    const timestamp = url.searchParams.get('timestamp') ?? '';
    const wanted = createHmac('sha256', ROBOT_SECRET).update([timestamp, ROBOT_SECRET].join('\n')).digest('base64');
    const isFresh = Math.abs(now.getTime() - Number(timestamp)) <= HOUR_MS;
    if (url.searchParams.get('sign') !== wanted || !isFresh) return [310000, 'sign not match'];
    return body.msgtype === 'text' ? undefined : [400105, 'unsupported msgtype'];
  },
  FEISHU: ({ body }, now) => {
    const { timestamp = '', sign } = body;
    const wanted = createHmac('sha256', [timestamp, ROBOT_SECRET].join('\n')).digest('base64');
    const isFresh = Math.abs(now.getTime() / 1000 - Number(timestamp)) <= HOUR_MS / 1000;
    if (sign !== wanted || !isFresh) return [19021, 'sign match fail or timestamp is not within one hour from current time'];
    return body.msg_type === 'text' ? undefined : [19002, 'params error, msg_type need'];
  },
};
