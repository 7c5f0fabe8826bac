import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { ENV, type Env } from '@mantianxing/platform';
import { SEND_LIMIT_MS } from '../domain/delivery-status';
import { MailFault, Mailer, type Mail } from '../domain/mailer';

/** Pauses a server may make, in milliseconds; the whole try is cut at `SEND_LIMIT_MS`. */
const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};

/** What RFC 3834 asks of a machine that writes, so that nobody's absence assistant answers. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Mail over SMTP_URL, one connection each: a district sends dozens an hour, not thousands. */
@Injectable()
export class SmtpMailer extends Mailer {
  private readonly transport;

  constructor(@Inject(ENV) private readonly env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>) {
    super();
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    this.transport = createTransport({ url: env.SMTP_URL, ...TIMEOUTS, ...closed });
  }

  override async send(mail: Mail): Promise<void> {
    const { latest = performance.now() + SEND_LIMIT_MS } = mail;
    const left = Math.ceil(latest - performance.now());
    if (left <= 0) throw new MailFault('the time of this try is over', false, 'SERVER_AWAY');
    try {
      await this.transport.sendMail({
        signal: AbortSignal.timeout(left),
        from: this.env.MAIL_FROM,
        to: mail.to,
        messageId: mail.messageId,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        date: mail.at,
        headers: HEADERS,
      });
    } catch (error) {
      throw faultOf(error as SmtpError);
    }
  }
}

/**
 * Only a refusal of this recipient or of this text is final. Everything before it (connection, sign-in, sender) is
 * the server's or the configuration's affair: those mails wait until somebody has mended it.
 */
function faultOf(error: SmtpError): MailFault {
  const ofRecipient = error.command === 'RCPT TO';
  const refused = (ofRecipient || error.command === 'DATA') && (error.responseCode ?? 0) >= 500;
  if (refused) return new MailFault(error.message, true, ofRecipient ? 'ADDRESS_REFUSED' : 'CONTENT_REFUSED');
  if (error.code === 'EENVELOPE' && error.command === 'API') return new MailFault(error.message, true, 'ADDRESS_REFUSED');
  if (error.code === 'EAUTH' || (error.responseCode ?? 0) >= 500) return new MailFault(error.message, false, 'SIGN_IN_REFUSED');
  return new MailFault(error.message, false, error.responseCode ? 'SERVER_BUSY' : 'SERVER_AWAY');
}
