import { Inject, Injectable } from '@nestjs/common';
import { UnavailableError } from '@mantianxing/contracts';
import { dayInShanghai, ENV, type Env } from '@mantianxing/platform';
import { MailFault, Mailer } from '../domain/mailer';
import { withoutContacts } from '../domain/without-contacts';
import { securityMessage, type SecurityMail } from '../templates/account-messages';
import { htmlMail, textMail } from '../templates/mail-frame';
import { mailDomainOf } from './record-notifications';

export interface SecurityMailRequest {
  /** Of the event behind it: the same Message-ID at every try. */
  eventId: string;
  at: Date;
  to: { name: string; email: string };
  mail: SecurityMail;
  /** Path the button opens; may hold a link's token, and is written nowhere. */
  path: string;
}

/** A mail about somebody's own account: sent at once, whatever the preferences and the hour, and kept nowhere. */
@Injectable()
export class SendSecurityMail {
  constructor(
    private readonly mailer: Mailer,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Answers an empty string, or why the server will never take it. Throws UnavailableError where another try may do. */
  async execute({ eventId, at, to, mail, path }: SecurityMailRequest): Promise<string> {
    const message = securityMessage(mail);
    const frame = { name: to.name, base: this.env.PUBLIC_URL, path, day: dayInShanghai(at) };
    try {
      await this.mailer.send({
        to: { name: to.name, address: to.email },
        messageId: `<${eventId}@${mailDomainOf(this.env.MAIL_FROM)}>`,
        subject: message.subject,
        text: textMail(message, frame),
        html: htmlMail(message, frame),
        at,
      });
      return '';
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      const fault = withoutContacts(error.message).slice(0, 300);
      if (!error.permanent) throw new UnavailableError(fault);
      return fault || '邮件服务器拒收';
    }
  }
}
