import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface MailBox {
  url: string;
  /** Everything accepted so far, in order. */
  mails: Email[];
  to(address: string): Email[];
  close(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it accepts. */
export async function openMailBox(): Promise<MailBox> {
  const mails: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => (mails.push(mail), done()), done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to: (address) => mails.filter((mail) => mail.to?.some((to) => to.address === address)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
