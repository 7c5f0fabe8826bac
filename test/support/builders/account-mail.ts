import { KnownDevices, LinkTokens, Members, RecipientDirectory } from '@mantianxing/account';
import { ROUTES, type JobPayloads, type StoredEvent } from '@mantianxing/contracts';
import { SendSecurityMail } from '@mantianxing/notification';
import { OutboxFeed } from '@mantianxing/outbox';
import { SendAccountMailHandler } from '../../../apps/matcher-worker/src/accounts/send-account-mail.handler';
import { openMailBox, type MailBox } from '../mail-box';
import { openPortal, type TestPortal } from './portal';

/** A portal whose account mails go out over SMTP, by the worker's own handler, whenever a spec says so. */
export interface MailingPortal {
  portal: TestPortal;
  box: MailBox;
  /** Every event and job met so far, as text: what must not hold a token. */
  queued: string[];
  /** Works off what waits, each job as often as given; answers the paths of the links in the mails that arrived. */
  deliver(times?: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function openMailingPortal(settings: Record<string, string> = {}): Promise<MailingPortal> {
  const box = await openMailBox();
  const portal = await openPortal({ SMTP_URL: box.url, PUBLIC_URL: 'http://portal.example', ...settings });
  const handler = new SendAccountMailHandler(
    portal.get(LinkTokens),
    portal.get(Members),
    portal.get(RecipientDirectory),
    portal.get(KnownDevices),
    portal.get(SendSecurityMail),
    portal.clock,
  );
  const queued: string[] = [];
  return {
    ...{ portal, box, queued },
    async deliver(times = 1) {
      const before = box.mails.length;
      const events: StoredEvent[] = [];
      await portal.get(OutboxFeed).drain(100, async (due) => void events.push(...due));
      const jobs = events.flatMap((event) => ROUTES[event.name](event as never)).filter(({ name }) => name === 'send-account-mail');
      queued.push(JSON.stringify([events, jobs]));
      for (const { payload } of jobs) {
        for (let n = 0; n < times; n += 1) await handler.handle(payload as JobPayloads['send-account-mail']);
      }
      return box.mails.slice(before).map(({ text = '' }) => /http:\/\/portal\.example(\S+)/.exec(text)?.[1] ?? '');
    },
    async close() {
      await portal.close();
      await box.close();
    },
  };
}
