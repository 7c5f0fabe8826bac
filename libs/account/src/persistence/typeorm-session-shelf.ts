import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { SessionShelf } from '../domain/session-shelf';
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

  override async put(session: {
    sidHash: Buffer;
    accountId: string | null;
    data: object;
    expiresAt: Date;
  }): Promise<void> {
    await this.unitOfWork.manager.upsert(SessionEntity, session, ['sidHash']);
  }

  override async remove(sidHash: Buffer): Promise<void> {
    await this.unitOfWork.manager.delete(SessionEntity, { sidHash });
  }

  override async removeOf(accountId: string): Promise<number> {
    const { affected } = await this.unitOfWork.manager.delete(SessionEntity, { accountId });
    return affected ?? 0;
  }

  override async sweep(now: Date): Promise<number> {
    const { affected } = await this.unitOfWork.manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(now) });
    return affected ?? 0;
  }
}
