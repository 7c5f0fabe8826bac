import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { Delivery, DeliveryOutcome, DeliveryWithNotification } from '../domain/delivery';
import { deliveryTransition } from '../domain/delivery-status';
import { DeliveryRepository } from '../domain/notification.repository';
import { DeliveryEntity, NotificationEntity } from './notification.entities';

/** A failed delivery waits a day for somebody, one to be tried again a quarter of an hour for the queue. */
const DUE_MS = { RETRY: 900_000, FAILED: 86_400_000 };

@Injectable()
export class TypeormDeliveryRepository extends DeliveryRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async find(id: string): Promise<DeliveryWithNotification | null> {
    const delivery = await this.manager.findOneBy(DeliveryEntity, { id });
    if (!delivery) return null;
    const notification = await this.manager.findOneByOrFail(NotificationEntity, {
      id: delivery.notificationId,
    });
    return { ...delivery, notification };
  }

  override async lease(id: string, now: Date, until: Date): Promise<Delivery | null> {
    const send = deliveryTransition('send');
    const takeOver = deliveryTransition('takeOver');
    const { raw } = await this.manager
      .createQueryBuilder()
      .update(DeliveryEntity)
      .set({ status: send.to, leaseUntil: until, dueAt: until, attempts: () => 'attempts + 1' })
      .where([
        { id, status: In([...send.from]) },
        { id, status: In([...takeOver.from]), leaseUntil: LessThanOrEqual(now) },
      ])
      .returning('attempts')
      .execute();
    const [taken] = raw as { attempts: number }[];
    const delivery = taken && (await this.manager.findOneBy(DeliveryEntity, { id }));
    return delivery ? { ...delivery, attempts: taken.attempts } : null;
  }

  override async settle(leased: Delivery, outcome: DeliveryOutcome, at: Date): Promise<boolean> {
    const event = ({ SENT: 'done', RETRY: 'fault', FAILED: 'fail' } as const)[outcome.status];
    const { from, to } = deliveryTransition(event);
    // `attempts` grows with every lease: a worker that slept through its own finds another number here.
    const { affected } = await this.manager.update(
      DeliveryEntity,
      { id: leased.id, status: In([...from]), attempts: leased.attempts },
      outcome.status === 'SENT'
        ? { status: to, leaseUntil: null, dueAt: null, sentAt: at, lastError: '' }
        : {
            status: to,
            leaseUntil: null,
            dueAt: new Date(at.getTime() + DUE_MS[outcome.status]),
            lastError: outcome.error,
          },
    );
    return affected === 1;
  }
}
