import { Injectable } from '@nestjs/common';
import type { GroupEvent } from '@mantianxing/contracts';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { Not } from 'typeorm';
import { ChannelTargetRepository, type ChannelTarget, type ChannelTargetRow, type NewChannelTarget } from '../domain/channel-target';
import { ChannelTargetEntity } from './notification.entities';

@Injectable()
export class TypeormChannelTargetRepository extends ChannelTargetRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async list(districtCode: string): Promise<ChannelTargetRow[]> {
    const { manager } = this.unitOfWork;
    const targets = await manager.find(ChannelTargetEntity, {
      where: { districtCode, status: Not('DELETED' as const) },
      order: { name: 'ASC' },
    });
    const sent = await manager.query<{ id: string; at: Date }[]>(
      `select b.target_id as id, max(d.sent_at) as at from notification.bundle b
       join notification.delivery d on d.bundle_id = b.id where b.target_id = any($1) group by b.target_id`,
      [targets.map(({ id }) => id)],
    );
    return targets.map((target) => ({ ...target, lastSentAt: sent.find(({ id }) => id === target.id)?.at ?? null }));
  }

  override find(id: string): Promise<ChannelTarget | null> {
    return this.unitOfWork.manager.findOneBy(ChannelTargetEntity, { id });
  }

  override async add(target: NewChannelTarget): Promise<string | null> {
    const [added] = await this.unitOfWork.manager.query<{ id: string }[]>(
      `insert into notification.channel_target
         (district_code, kind, name, host, sealed_webhook, sealed_secret, events, status, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'ACTIVE', $8, $9)
       on conflict (district_code, name) where status <> 'DELETED' do nothing returning id`,
      [
        ...[target.districtCode, target.kind, target.name, target.host, target.sealedWebhook, target.sealedSecret],
        ...[target.events, target.createdBy, target.createdAt],
      ],
    );
    return added?.id ?? null;
  }

  override async setStatus(id: string, version: number, status: ChannelTarget['status']): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(
      ChannelTargetEntity,
      { id, version, status: Not('DELETED' as const) },
      { status, version: version + 1, ...(status === 'DELETED' && { sealedWebhook: null, sealedSecret: null }) },
    );
    return affected === 1;
  }

  override async listeningTo(event: GroupEvent, districtCode: string): Promise<string[]> {
    const rows = await this.unitOfWork.manager.query<{ id: string }[]>(
      `select id from notification.channel_target
       where status = 'ACTIVE' and district_code = $1 and $2 = any(events) order by id`,
      [districtCode, event],
    );
    return rows.map(({ id }) => id);
  }
}
