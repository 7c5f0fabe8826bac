import { Inject, Injectable } from '@nestjs/common';
import { jobOf, type Job } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import type { AddressedNotice } from '../domain/notification';
import { NotificationRepository } from '../domain/notification.repository';

/**
 * Turns one event into messages: a row per person, and a delivery for everyone with an e-mail address. Answers the
 * `deliver` jobs that follow. Running it again, or twice at once, adds nothing: unique keys decide.
 */
@Injectable()
export class RecordNotifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Somebody concerned in two ways is told once: the first of their notices counts. */
  async execute(eventId: string, notices: readonly AddressedNotice[]): Promise<Job[]> {
    const byPerson = new Map<string, AddressedNotice>();
    for (const notice of notices) {
      if (!byPerson.has(notice.recipient.accountId)) byPerson.set(notice.recipient.accountId, notice);
    }
    await this.unitOfWork.run(() =>
      this.notifications.record(
        eventId,
        [...byPerson.values()],
        mailDomainOf(this.env.MAIL_FROM),
        this.clock.now(),
      ),
    );
    const open = await this.notifications.openDeliveries(eventId);
    return open.map((deliveryId) => jobOf('deliver', { eventId, deliveryId }));
  }
}

/** Right side of every Message-ID: the domain we send from. */
export const mailDomainOf = (from: string): string => /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
