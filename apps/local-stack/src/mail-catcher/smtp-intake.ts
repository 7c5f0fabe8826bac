import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { KeptMails } from './kept-mails';

/** Our own mails are a few kilobytes. */
const LARGEST = 2_000_000;

export interface SmtpIntake {
  port: number;
  stop(): Promise<void>;
}

/** A mail server on loopback that delivers nothing: whatever arrives is kept. */
export async function startSmtpIntake(port: number, mails: KeptMails): Promise<SmtpIntake> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: LARGEST,
    closeTimeout: 500,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= LARGEST) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (stream.sizeExceeded || bytes > LARGEST) return done(refusal(552, 'message too large'));
        const to = envelope.rcptTo.map(({ address }) => address);
        // 452: the sender keeps the mail and comes again, which a full disk deserves.
        mails.add(Buffer.concat(chunks), to).then(() => done(), () => done(refusal(452, 'cannot keep mail now')));
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A client that goes away in the middle is no reason to stop.
  server.on('error', () => undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
