import { SmtpMailer } from '@mantianxing/notification';
import { testEnv } from '../support/builders/market';
import { describeMailer } from './mailer';

describeMailer('SMTP', (SMTP_URL) => new SmtpMailer({ ...testEnv('postgres://unused'), SMTP_URL }));
