import type { SampleAccount } from './accounts-file';
import { startMailCatcher } from './mail-catcher';
import { loadSampleLists } from './seed/load-sample-lists';

export interface MailCatcher {
  /** Where a person reads what was sent. */
  pageUrl: string;
  stop(): Promise<void>;
}

/** What the local stack brings besides the database and the four apps. */
export interface StackParts {
  /** Fills an empty database with the sample lists, all or nothing; called before the apps start, so that the first run already matches with full statistics. */
  loadSampleLists?(databaseUrl: string): Promise<SampleAccount[]>;
  /** Takes every mail on `smtpPort` and shows it on `pagePort`, both on loopback; may keep them in `folder`. */
  startMailCatcher?(options: { smtpPort: number; pagePort: number; folder: string }): Promise<MailCatcher>;
}

export const PARTS: StackParts = { loadSampleLists, startMailCatcher };
