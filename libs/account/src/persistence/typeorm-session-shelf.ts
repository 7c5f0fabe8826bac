import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { IsNull, LessThanOrEqual, MoreThan, Not, Raw } from 'typeorm';
import { SessionShelf, type OwnSession, type ShelvedSession } from '../domain/session-shelf';
import { SessionEntity } from './account.entities';

@Injectable()
export class TypeormSessionShelf extends SessionShelf {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async find(sidHash: Buffer, now: Date): Promise<unknown> {
    const { manager } = this.unitOfWork;
    const found = await manager.findOneBy(SessionEntity, { sidHash, expiresAt: MoreThan(now) });
    return found?.data;
  }

  override async put(session: ShelvedSession): Promise<void> {
    await this.unitOfWork.manager.upsert(SessionEntity, session, ['sidHash']);
  }

  override async renew({ sidHash, data, expiresAt, seenAt }: ShelvedSession): Promise<void> {
    await this.unitOfWork.manager.update(SessionEntity, { sidHash }, { data, expiresAt, seenAt });
  }

  override async remove(sidHash: Buffer): Promise<void> {
    await this.unitOfWork.manager.delete(SessionEntity, { sidHash });
  }

  override async of(accountId: string, now: Date): Promise<OwnSession[]> {
    const rows = await this.unitOfWork.manager.find(SessionEntity, {
      where: { accountId, expiresAt: MoreThan(now), signedInAt: Not(IsNull()) },
      order: { seenAt: 'DESC' },
    });
    return rows.map(({ id, sidHash, signedInAt, seenAt, createdAt, address, agent }) => {
      const since = signedInAt ?? createdAt;
      return { id, sidHash, signedInAt: since, seenAt: seenAt ?? since, address, agent };
    });
  }

  override async removeOne(accountId: string, id: string): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.delete(SessionEntity, { accountId, id });
    return affected === 1;
  }

  override async removeOf(accountId: string, except?: Buffer): Promise<number> {
    const { affected } = await this.unitOfWork.manager.delete(SessionEntity, {
      accountId,
      ...(except && { sidHash: Raw((column) => `${column} <> :except`, { except }) }),
    });
    return affected ?? 0;
  }

  override async sweep(now: Date): Promise<number> {
    const { affected } = await this.unitOfWork.manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(now) });
    return affected ?? 0;
  }
}
