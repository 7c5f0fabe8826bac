import { KeptMails } from './kept-mails';
import { startPageServer } from './page-server';
import { startSmtpIntake } from './smtp-intake';

export interface MailCatcherOptions {
  /** Loopback ports; 0 lets the system choose. */
  smtpPort: number;
  pagePort: number;
  /** Where mails are kept over restarts. */
  folder: string;
}

export interface RunningMailCatcher {
  pageUrl: string;
  smtpUrl: string;
  stop(): Promise<void>;
}

/** Takes every mail and shows it on a page; nothing leaves this machine. */
export async function startMailCatcher({ smtpPort, pagePort, folder }: MailCatcherOptions): Promise<RunningMailCatcher> {
  const mails = new KeptMails(folder);
  const intake = await startSmtpIntake(smtpPort, mails);
  try {
    const pages = await startPageServer(pagePort, mails);
    return {
      pageUrl: pages.url,
      smtpUrl: `smtp://127.0.0.1:${intake.port}`,
      stop: async () => void (await Promise.all([intake.stop(), pages.stop()])),
    };
  } catch (error) {
    await intake.stop();
    throw error;
  }
}
