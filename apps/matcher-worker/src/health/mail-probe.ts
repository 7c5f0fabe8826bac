import { connect } from 'node:net';
import { probe, type HealthProbe } from '@mantianxing/platform';

/** Asked at most this often, in milliseconds: mail servers count strangers who hang up. */
const FRESH_FOR = 15_000;

/** Whether the mail server takes connections; mails wait for it, nothing else does. */
export function mailProbe(smtpUrl: string): HealthProbe {
  const { hostname, port, protocol } = new URL(smtpUrl);
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'smtps:' ? 465 : 25)) };
  let last: { at: number; part: ReturnType<HealthProbe> } | undefined;
  return () => {
    const now = Date.now();
    if (!last || now - last.at >= FRESH_FOR) {
      last = { at: now, part: probe({ name: 'mail', label: '邮件服务器', optional: true }, () => reached(at)) };
    }
    return last.part;
  };
}

function reached(at: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...at, timeout: 1_400 }, () => {
      socket.end();
      resolve();
    });
    const fail = (error?: Error): void => {
      socket.destroy();
      reject(error ?? new Error('timeout'));
    };
    socket.once('error', fail);
    socket.once('timeout', () => fail());
  });
}
