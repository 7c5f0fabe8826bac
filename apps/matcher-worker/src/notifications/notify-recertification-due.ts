import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { Members, RecipientDirectory } from '@mantianxing/account';
import type { AddressedNotice } from '@mantianxing/notification';
import { NoticeWriter, toEach } from './notice-writer';

/** Memberships near the day they must be confirmed: their organisation's admins are told; without one, the office. */
@Injectable()
export class NotifyRecertificationDue extends NoticeWriter<'membership.recertification-due'> {
  override readonly event = 'membership.recertification-due';

  constructor(
    private readonly members: Members,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId, ids }: StoredEvent<'membership.recertification-due'>): Promise<AddressedNotice[]> {
    const home = await this.members.home(subjectId);
    if (!home) return [];
    const own = await this.directory.membersOf(subjectId);
    const admins = own.filter(({ role }) => role === 'FIRM_ADMIN' || role === 'DEPARTMENT_ADMIN');
    const told = admins.length > 1 ? admins : [...admins, ...(await this.directory.holdersOf(['COORDINATOR', 'ADMIN'], home.districtCode))];
    return toEach(told, {
      template: 'membership.recertification-due',
      params: { unit: home.name, members: ids.members },
      link: `/members?of=${home.id}`,
    });
  }
}
