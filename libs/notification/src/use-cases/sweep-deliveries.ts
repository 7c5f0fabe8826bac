import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { ENV, type Env } from '@mantianxing/platform';
import { SecretBox } from '../domain/channel-target';
import { DeliveryRepository } from '../domain/delivery.repository';

/** Rows in one transaction. */
const BATCH = 200;
/** MODEL.md section 5: delivery address, 90 days, then a hash. */
const KEEP_ADDRESS_MS = 90 * 86_400_000;

/** Deliveries whose time has come, and those no job carries any more. Their jobs are queued by way of the outbox. */
@Injectable()
export class SweepDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
    private readonly box: SecretBox,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Held → due: digests at their hour, the night's mails in the morning, what a group was told meanwhile. */
  ripen(now: Date): Promise<number> {
    return this.inBatches(() => this.deliveries.ripen(now, BATCH));
  }

  /** Rows whose job was lost (an emptied Redis, a queue that gave up before the 72 hours were over, a robot's pause). */
  revive(now: Date): Promise<number> {
    return this.inBatches(() => this.deliveries.revive(now, BATCH));
  }

  async hashAddresses(now: Date): Promise<number> {
    const before = new Date(now.getTime() - KEEP_ADDRESS_MS);
    for (let total = 0; ; ) {
      const hashed = await this.deliveries.hashAddresses(before, (address) => this.box.digest(address), BATCH);
      total += hashed;
      if (hashed < BATCH) return total;
    }
  }

  /** State and event in one transaction: a worker killed in between leaves the batch as it was. */
  private async inBatches(take: () => Promise<string[]>): Promise<number> {
    for (let total = 0; ; ) {
      const taken = await this.unitOfWork.run(async () => {
        const ids = await take();
        for (const subjectId of ids) {
          await this.outbox.record({ name: 'delivery.due', subjectId, revision: 1, ids: {} }, systemActor(this.env.DISTRICT_CODE));
        }
        return ids.length;
      });
      total += taken;
      if (taken < BATCH) return total;
    }
  }
}
