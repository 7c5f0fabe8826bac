import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { PermanentError, systemActor, UnavailableError } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import type { Delivery, DeliveryOutcome, Parcel } from '../domain/delivery';
import { isToSend, LEASE_MS, RECORD_LIMIT_MS, SEND_LIMIT_MS } from '../domain/delivery-status';
import { DeliveryRepository } from '../domain/delivery.repository';
import { kindOf } from '../domain/message-kind';
import type { Notification } from '../domain/notification';
import { SendFault } from '../domain/send-fault';
import { quietUntil } from '../domain/timing';
import { withoutContacts } from '../domain/without-contacts';
import { Dispatch, type LinkFor, type Reach } from './dispatch';
import { timingOf } from './timing-of';

const RECORD_AGAIN_MS = 500;

/** What the app knows and this lib does not. */
export interface SendingDesk {
  reach: Reach;
  /** Whether what a message says still holds: nobody is asked for a step that has been taken. Absent: it does. */
  stillHolds?: (notification: Notification) => Promise<boolean>;
  /** Where the button of a single message leads, such as a link of one use made now; null for its inbox entry. */
  linkFor?: LinkFor;
}

/**
 * Sends one delivery: takes a lease, sends, records. A repeated job finds it settled; a job whose worker was killed
 * is taken over when the lease runs out. Only an end between the server's acceptance and our record, or an answer
 * lost on the way, can send a mail twice, and then with the same Message-ID.
 *
 * Throws `UnavailableError` where another try may do (server away, somebody else sending), `PermanentError` where
 * the row is not there. A refused mail is no error of the job: the row says FAILED and why. The row's state rules:
 * what no job carries any more is found by `SweepDeliveries`.
 */
@Injectable()
export class SendDelivery {
  private readonly logger = new Logger('deliver');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly dispatch: Dispatch,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async execute(deliveryId: string, desk: SendingDesk): Promise<void> {
    const found = await this.deliveries.find(deliveryId);
    if (!found) throw new PermanentError(`no delivery ${deliveryId}`);
    if (!isToSend(found.status) || (await this.isPutOff(found))) return;
    const parcel = await this.stillToTell(found, desk);
    if (!parcel) return;
    // Counted from before the lease: whoever slept meanwhile must not send beside the next one.
    const latest = performance.now() + SEND_LIMIT_MS;
    const now = this.clock.now();
    const leased = await this.deliveries.lease(deliveryId, now, new Date(now.getTime() + LEASE_MS));
    if (!leased) return this.takenByAnother(deliveryId);
    const outcome = await this.try(leased, parcel, { ...desk, latest });
    if (!(await this.record(leased, outcome))) {
      this.logger.warn(`${deliveryId} was taken over while try ${leased.attempts} ended as ${outcome.status}`);
      return;
    }
    if (outcome.status === 'FAILED') this.logger.warn(`${deliveryId} failed: ${outcome.error}`);
    // One that was told to wait is brought back by the sweep: the queue would not wait long enough.
    if (outcome.status === 'RETRY' && outcome.waitMs === undefined) throw new UnavailableError(`${deliveryId}: ${outcome.error}`);
  }

  /** A try that would fall into the quiet hours waits for the morning, with its job. */
  private async isPutOff({ id, status, notifications }: Parcel): Promise<boolean> {
    const isUrgent = notifications.some(({ template }) => kindOf(template) === 'SECURITY');
    const morning = isUrgent ? null : quietUntil(this.clock.now(), timingOf(this.env));
    if (!morning || status === 'SENDING') return false;
    await this.deliveries.putOff(id, morning);
    return true;
  }

  /** The parcel without what is no longer worth telling; null, and cancelled, when nothing is left. */
  private async stillToTell(parcel: Parcel, { stillHolds }: SendingDesk): Promise<Parcel | null> {
    if (!stillHolds || parcel.recipientId === null || parcel.resendNo > 0) return parcel;
    const held = await Promise.all(parcel.notifications.map(stillHolds));
    const over = parcel.notifications.filter((_, at) => !held[at]);
    if (over.length === 0) return parcel;
    const left = parcel.notifications.filter((_, at) => held[at]);
    if (left.length === 0) {
      // A row that a worker is sending is left to it.
      if (await this.deliveries.cancel(parcel.id)) return null;
      return parcel;
    }
    await this.deliveries.drop(parcel.bundleId as string, over.map(({ id }) => id), this.clock.now());
    return { ...parcel, notifications: left };
  }

  private async takenByAnother(deliveryId: string): Promise<void> {
    const current = await this.deliveries.find(deliveryId);
    if (current && !isToSend(current.status)) return;
    throw new UnavailableError(`${deliveryId} is being sent elsewhere`);
  }

  private async try(leased: Delivery, parcel: Parcel, desk: SendingDesk & { latest: number }): Promise<DeliveryOutcome> {
    try {
      return { status: 'SENT', ...(await this.dispatch.send({ ...parcel, ...leased }, desk)) };
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      const isLate = leased.giveUpAt !== null && this.clock.now() >= leased.giveUpAt;
      const { code, waitMs } = error;
      return { status: error.permanent || isLate ? 'FAILED' : 'RETRY', code, waitMs, error: withoutContacts(error.message).slice(0, 300) };
    }
  }

  /** A database that is away for a moment must not cost a second mail: what is known is kept until it answers. */
  private async record(leased: Delivery, outcome: DeliveryOutcome): Promise<boolean> {
    const giveUp = performance.now() + RECORD_LIMIT_MS;
    for (;;) {
      try {
        return await this.settle(leased, outcome);
      } catch (error) {
        if (performance.now() > giveUp) throw error;
        await setTimeout(RECORD_AGAIN_MS);
      }
    }
  }

  private settle(leased: Delivery, outcome: DeliveryOutcome): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const isOurs = await this.deliveries.settle(leased, outcome, this.clock.now());
      if (isOurs && outcome.status === 'FAILED') {
        const event = { name: 'delivery.failed' as const, subjectId: leased.id, revision: leased.attempts, ids: {} };
        await this.outbox.record(event, systemActor(this.env.DISTRICT_CODE));
      }
      return isOurs;
    });
  }
}
