import { SendFault, type FaultCode } from './send-fault';

export interface Mail {
  to: { name: string; address: string };
  messageId: string;
  subject: string;
  text: string;
  html: string;
  at: Date;
  /** On the clock of `performance.now()`, in milliseconds: not handed over later than this. Absent: `SEND_LIMIT_MS` from now. */
  latest?: number;
}

/** The mail was not taken. `permanent`: this mail never will be; otherwise another try may do. */
export class MailFault extends SendFault {
  constructor(message: string, permanent: boolean, code: FaultCode = 'OTHER') {
    super(message, { permanent, code });
    this.name = 'MailFault';
  }
}

export abstract class Mailer {
  /** Returns once the server has taken the mail; throws MailFault otherwise, within `SEND_LIMIT_MS`. */
  abstract send(mail: Mail): Promise<void>;
}
