import { Injectable } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import { SendDelivery } from '@mantianxing/notification';
import { JobHandler } from '@mantianxing/queue';
import { MailLinks } from './mail-links';
import { StillHolds } from './still-holds';

/** Sends one delivery to the address its recipient has now, if what it says still holds. */
@Injectable()
export class DeliverHandler extends JobHandler<'deliver'> {
  override readonly name = 'deliver';

  constructor(
    private readonly sendDelivery: SendDelivery,
    private readonly directory: RecipientDirectory,
    private readonly stillHolds: StillHolds,
    private readonly mailLinks: MailLinks,
  ) {
    super();
  }

  override async handle({ deliveryId }: JobPayloads['deliver']): Promise<Job[]> {
    await this.sendDelivery.execute(deliveryId, {
      reach: (accountId) => this.directory.reach(accountId),
      stillHolds: (notification) => this.stillHolds.of(notification),
      linkFor: (notification) => this.mailLinks.of(notification),
    });
    return [];
  }
}
