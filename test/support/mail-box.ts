import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { ContactTripwire } from './contact-tripwire';

export interface MailBox {
  url: string;
  /** Everything accepted so far, in order. */
  mails: Email[];
  to(address: string): Email[];
  /** Recipients who are answered with this SMTP code instead. */
  refuse: Map<string, number>;
  /** Called when a mail has arrived in full and before it is accepted. */
  beforeAccepting: () => Promise<void>;
  close(): Promise<void>;
}

/** Headers that say from where to where: addresses are what they are for. */
const ADDRESSING = new Set(['from', 'to', 'message-id', 'in-reply-to', 'references', 'return-path', 'received']);

/** A real SMTP server on loopback that keeps what it accepts; on `port`, or on one of the system's choice. */
export async function openMailBox(port = 0): Promise<MailBox> {
  const mails: Email[] = [];
  const tripwire = new ContactTripwire();
  const refuse = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    // Takes any password, also in the clear: loopback only.
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onRcptTo({ address }, _session, done) {
      const responseCode = refuse.get(address);
      done(responseCode ? Object.assign(new Error(`<${address}> refused`), { responseCode }) : undefined);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const accept = async () => {
          await box.beforeAccepting();
          const mail = await PostalMime.parse(Buffer.concat(chunks));
          const headers = mail.headers.filter(({ key }) => !ADDRESSING.has(key)).map(({ key, value }) => `${key}: ${value}`);
          tripwire.text('邮件', [...headers, mail.subject, mail.text, mail.html].join('\n'));
          mails.push(mail);
        };
        accept().then(() => done(), done);
      });
    },
  });
  // A client that goes away in the middle of a word is not the server's fault.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const box: MailBox = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    to: (address) => mails.filter((mail) => mail.to?.some((to) => to.address === address)),
    refuse,
    beforeAccepting: async () => undefined,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await tripwire.check();
    },
  };
  return box;
}
