import { Injectable } from '@nestjs/common';
import { RecipientDirectory } from '@mantianxing/account';
import { CapabilityReader } from '@mantianxing/capability';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { NoticeWriter, present, toEach } from './notice-writer';

/** Twelve months without a word: the firm hears that the entry rests, unless it has confirmed it meanwhile. */
@Injectable()
export class NotifyCapabilityStaled extends NoticeWriter<'capability.staled'> {
  override readonly event = 'capability.staled';

  constructor(
    private readonly capabilities: CapabilityReader,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<'capability.staled'>): Promise<AddressedNotice[]> {
    const { name, status, firmId } = present(await this.capabilities.byId(subjectId), `capability ${subjectId}`);
    if (status !== 'STALE') return [];
    return toEach(await this.directory.membersOf(firmId), { template: 'capability.staled', params: { name }, link: '/firm/capabilities' });
  }
}
