import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { DEVICE_FORGOTTEN_AFTER, KnownDevices, type KnownDevice, type Sighting } from '../domain/known-devices';

@Injectable()
export class TypeormKnownDevices extends KnownDevices {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async see({ accountId, secretHash, device, address, at }: Sighting): Promise<{ id: string; isNew: boolean; isFirst: boolean }> {
    const { manager } = this.unitOfWork;
    const forgotten = new Date(at.getTime() - DEVICE_FORGOTTEN_AFTER);
    await manager.query('delete from account.known_device where account_id = $1 and seen_at < $2', [accountId, forgotten]);
    const [row] = await manager.query<{ id: string; isNew: boolean; isFirst: boolean }[]>(
      `insert into account.known_device (account_id, secret_hash, device, address, first_seen_at, seen_at)
       values ($1, $2, $3, $4, $5, $5)
       on conflict (account_id, secret_hash) do update set device = excluded.device, address = excluded.address, seen_at = excluded.seen_at
       returning id, xmax = 0 as "isNew",
         not exists (select from account.known_device other where other.account_id = $1 and other.secret_hash <> $2) as "isFirst"`,
      [accountId, secretHash, device, address, at],
    );
    if (!row) throw new Error('a device that was written is not there');
    return row;
  }

  override async find(id: string): Promise<KnownDevice | undefined> {
    const [row] = await this.unitOfWork.manager.query<KnownDevice[]>(
      `select id, account_id as "accountId", device, address, seen_at as "seenAt" from account.known_device where id = $1`,
      [id],
    );
    return row;
  }
}
