import { Inject, Injectable } from '@nestjs/common';
import { jobOf, type Job, type MessageKind, type MessageMode } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, dayInShanghai, ENV, WorkingDays, type Env } from '@mantianxing/platform';
import { DUE_WITHIN_MS, GIVE_UP_AFTER_MS } from '../domain/delivery-status';
import { DeliveryRepository, type NewDelivery } from '../domain/delivery.repository';
import { kindOf } from '../domain/message-kind';
import type { AddressedNotice, Notice, Notification } from '../domain/notification';
import { NotificationRepository, PreferenceRepository } from '../domain/notification.repository';
import { withoutContactsIn } from '../domain/without-contacts';
import { modeFor, nextDigest, quietUntil, type TimingRules } from '../domain/timing';
import { timingOf } from './timing-of';

type Chosen = Partial<Record<MessageKind, MessageMode>> | undefined;

/**
 * Turns one event into messages: a row per person, and for everyone with an e-mail address a delivery as this person
 * wants it: at once, in the day's digest, or not at all (SUPPRESSED, so that the log can tell). Answers the `deliver`
 * jobs that follow. Running it again, or twice at once, adds nothing: unique keys decide.
 */
@Injectable()
export class RecordNotifications {
  private readonly rules: TimingRules;
  private readonly mailDomain: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly preferences: PreferenceRepository,
    private readonly days: WorkingDays,
    private readonly clock: Clock,
    @Inject(ENV) env: Env,
  ) {
    this.rules = timingOf(env);
    this.mailDomain = mailDomainOf(env.MAIL_FROM);
  }

  /** Somebody concerned in two ways is told once: the first of their notices counts. */
  async execute(eventId: string, notices: readonly AddressedNotice[]): Promise<Job[]> {
    const byPerson = new Map<string, AddressedNotice>();
    for (const { recipient, notice } of notices) {
      const kept = { ...notice, params: withoutContactsIn(notice.params) } as Notice;
      if (!byPerson.has(recipient.accountId)) byPerson.set(recipient.accountId, { recipient, notice: kept });
    }
    await this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const added = await this.notifications.add(eventId, [...byPerson.values()], now);
      await this.plan(added.filter(({ recipientId }) => byPerson.get(recipientId)?.recipient.email), now);
    });
    const open = await this.deliveries.toSendOf(eventId);
    return open.map((deliveryId) => jobOf('deliver', { eventId, deliveryId }));
  }

  private async plan(added: readonly Notification[], now: Date): Promise<void> {
    if (added.length === 0) return;
    const chosen = await this.preferences.of(added.map(({ recipientId }) => recipientId));
    const wanted = added.map((one) => ({ one, mode: this.modeOf(one, chosen.get(one.recipientId)) }));
    const single = wanted.filter(({ mode }) => mode !== 'DIGEST').map(({ one, mode }) => this.deliveryOf(one, mode, now));
    await this.deliveries.queue(single, this.mailDomain, now);
    for (const { one, mode } of wanted) if (mode === 'DIGEST') await this.toDigest(one, now);
  }

  private modeOf({ template }: Notification, chosen: Chosen): MessageMode {
    const kind = kindOf(template);
    return modeFor(kind, chosen?.[kind], this.rules);
  }

  private deliveryOf({ id: notificationId, template }: Notification, mode: MessageMode, now: Date): NewDelivery {
    const rests = { notificationId, heldFor: null, dueAt: null, giveUpAt: null };
    if (mode === 'OFF') return { ...rests, status: 'SUPPRESSED' };
    const morning = quietUntil(now, this.rules, kindOf(template));
    if (morning) return { ...rests, status: 'HELD', heldFor: 'QUIET', dueAt: morning };
    const [dueAt, giveUpAt] = [DUE_WITHIN_MS, GIVE_UP_AFTER_MS].map((ms) => new Date(now.getTime() + ms));
    return { ...rests, status: 'DUE', dueAt: dueAt as Date, giveUpAt: giveUpAt as Date };
  }

  private async workingDayAfter(day: string): Promise<string> {
    return dayInShanghai(await this.days.after(new Date(`${day}T12:00:00+08:00`), 1));
  }

  /** The next digest that is not on its way yet. */
  private async toDigest({ id: notificationId, recipientId }: Notification, now: Date): Promise<void> {
    for (let after = now; ; ) {
      const { day, at } = await nextDigest(after, this.rules, (day) => this.workingDayAfter(day));
      if (await this.deliveries.joinDigest({ notificationId, recipientId, day, dueAt: at }, this.mailDomain, now)) return;
      after = at;
    }
  }
}

/** Right side of every Message-ID: the domain we send from. */
export const mailDomainOf = (from: string): string => /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
