import { Inject, Injectable } from '@nestjs/common';
import { GROUP_EVENTS, type GroupEvent } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { ChannelTargetRepository } from '../domain/channel-target';
import { GATHER_MS } from '../domain/delivery-status';
import { DeliveryRepository } from '../domain/delivery.repository';
import type { GroupParams } from '../domain/group-robot';
import { quietUntil } from '../domain/timing';
import { mailDomainOf } from './record-notifications';
import { timingOf } from './timing-of';

export const isGroupEvent = (name: string): name is GroupEvent => (GROUP_EVENTS as readonly string[]).includes(name);

/** Tells every group that wants to hear of an event, once; what happens within seconds becomes one message. */
@Injectable()
export class RecordGroupNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly targets: ChannelTargetRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** `params` is asked only where a group listens. */
  async execute(event: { eventId: string; name: GroupEvent; districtCode: string }, params: () => Promise<GroupParams>): Promise<void> {
    const listening = await this.targets.listeningTo(event.name, event.districtCode);
    if (listening.length === 0) return;
    const now = this.clock.now();
    const dueAt = quietUntil(now, timingOf(this.env)) ?? new Date(now.getTime() + GATHER_MS);
    const news = { eventId: event.eventId, template: event.name, params: await params(), dueAt };
    for (const targetId of listening) {
      await this.unitOfWork.run(() => this.deliveries.joinGroup(targetId, news, mailDomainOf(this.env.MAIL_FROM), now));
    }
  }
}
