import { Injectable } from '@nestjs/common';
import type { MessageKind, MessageMode } from '@mantianxing/contracts';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { In } from 'typeorm';
import { PreferenceRepository } from '../domain/notification.repository';
import { PreferenceEntity } from './notification.entities';

@Injectable()
export class TypeormPreferenceRepository extends PreferenceRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async of(accountIds: readonly string[]): Promise<Map<string, Partial<Record<MessageKind, MessageMode>>>> {
    const rows = await this.unitOfWork.manager.findBy(PreferenceEntity, { accountId: In([...accountIds]), channel: 'EMAIL' });
    const chosen = new Map<string, Partial<Record<MessageKind, MessageMode>>>();
    for (const { accountId, kind, mode } of rows) chosen.set(accountId, { ...chosen.get(accountId), [kind]: mode });
    return chosen;
  }

  override async set(accountId: string, kind: MessageKind, mode: MessageMode, at: Date): Promise<void> {
    await this.unitOfWork.manager.upsert(PreferenceEntity, { accountId, kind, channel: 'EMAIL', mode, changedAt: at }, [
      'accountId',
      'kind',
      'channel',
    ]);
  }
}
