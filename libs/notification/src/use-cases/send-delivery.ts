import { Inject, Injectable, Logger } from '@nestjs/common';
import { PermanentError, UnavailableError } from '@mantianxing/contracts';
import { Clock, dayInShanghai, ENV, type Env } from '@mantianxing/platform';
import type { DeliveryOutcome, DeliveryWithNotification } from '../domain/delivery';
import { GIVE_UP_AFTER_MS, isSettled, LEASE_MS } from '../domain/delivery-status';
import { MailFault, Mailer } from '../domain/mailer';
import { DeliveryRepository } from '../domain/notification.repository';
import { withoutContacts } from '../domain/without-contacts';
import { htmlMail, textMail } from '../templates/mail-frame';
import { messageOf } from '../templates/message-of';

/** How a person is reached now; null where the account is gone. */
export interface Addressee {
  name: string;
  email: string | null;
}

/** Answers how an account is reached; addresses are kept by the account lib alone. */
export type Reach = (accountId: string) => Promise<Addressee | null>;

/**
 * Sends one delivery: takes a lease, sends, records. A repeated job finds it settled; a job whose worker was killed
 * is taken over when the lease runs out. Only a stop between the server's acceptance and our record, or an answer
 * lost on the way, can send a mail twice, and then with the same Message-ID.
 *
 * Throws `UnavailableError` where another try may do (server away, somebody else sending), `PermanentError` where
 * the row is not there. A refused mail is no error of the job: the row says FAILED and why.
 */
@Injectable()
export class SendDelivery {
  private readonly logger = new Logger('deliver');

  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async execute(deliveryId: string, reach: Reach): Promise<void> {
    const delivery = await this.deliveries.find(deliveryId);
    if (!delivery) throw new PermanentError(`no delivery ${deliveryId}`);
    if (isSettled(delivery.status)) return;
    const addressee = await reach(delivery.notification.recipientId);
    const now = this.clock.now();
    const leased = await this.deliveries.lease(deliveryId, now, new Date(now.getTime() + LEASE_MS));
    if (!leased) return this.takenByAnother(deliveryId);
    const outcome = await this.send({ ...leased, notification: delivery.notification }, addressee);
    if (!(await this.deliveries.settle(leased, outcome, this.clock.now()))) {
      this.logger.warn(
        `${deliveryId} was taken over while try ${leased.attempts} ended as ${outcome.status}`,
      );
      return;
    }
    if (outcome.status === 'FAILED') this.logger.warn(`${deliveryId} failed: ${outcome.error}`);
    if (outcome.status === 'RETRY') throw new UnavailableError(`${deliveryId}: ${outcome.error}`);
  }

  private async takenByAnother(deliveryId: string): Promise<void> {
    const current = await this.deliveries.find(deliveryId);
    if (current && isSettled(current.status)) return;
    throw new UnavailableError(`${deliveryId} is being sent elsewhere`);
  }

  private async send(
    delivery: DeliveryWithNotification,
    addressee: Addressee | null,
  ): Promise<DeliveryOutcome> {
    if (!addressee?.email) return { status: 'FAILED', error: '没有可用的邮箱地址' };
    const { notification, messageId } = delivery;
    const message = messageOf(notification);
    const frame = {
      name: addressee.name,
      url: new URL(notification.link || '/inbox', this.env.PUBLIC_URL).href,
      day: dayInShanghai(notification.createdAt),
    };
    try {
      await this.mailer.send({
        to: { name: addressee.name, address: addressee.email },
        messageId,
        subject: message.subject,
        text: textMail(message, frame),
        html: htmlMail(message, frame),
        at: notification.createdAt,
      });
      return { status: 'SENT' };
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      const waited = this.clock.now().getTime() - delivery.createdAt.getTime();
      const status = error.permanent || waited > GIVE_UP_AFTER_MS ? 'FAILED' : 'RETRY';
      return { status, error: withoutContacts(error.message).slice(0, 300) };
    }
  }
}
