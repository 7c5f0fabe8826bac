import { Injectable } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import { SendDelivery } from '@mantianxing/notification';
import { JobHandler } from '@mantianxing/queue';

/** Sends one delivery to the address its recipient has now. */
@Injectable()
export class DeliverHandler extends JobHandler<'deliver'> {
  override readonly name = 'deliver';

  constructor(
    private readonly sendDelivery: SendDelivery,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async handle({ deliveryId }: JobPayloads['deliver']): Promise<Job[]> {
    await this.sendDelivery.execute(deliveryId, (accountId) => this.directory.reach(accountId));
    return [];
  }
}
