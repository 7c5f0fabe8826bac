import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { KnownDevices, type Sighting } from '../domain/known-devices';

/**
 * 新设备登录提醒: remembers the browser of a sign-in. One the account was never seen with is told by mail, except for the
 * very first, with which the account was opened.
 */
@Injectable()
export class NoteDevice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly devices: KnownDevices,
    private readonly outbox: Outbox,
  ) {}

  execute(sighting: Sighting): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { id, isNew, isFirst } = await this.devices.see(sighting);
      if (!isNew || isFirst) return;
      const event = { name: 'account.device-new', subjectId: sighting.accountId, revision: 1, ids: { deviceId: id } } as const;
      await this.outbox.record(event, systemActor(''));
    });
  }
}
