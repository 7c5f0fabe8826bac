import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { IsNull, type EntityManager } from 'typeorm';
import { SecondFactors, type SecondFactor } from '../domain/second-factors';
import { RecoveryCodeEntity, SecondFactorEntity } from './factor.entities';

@Injectable()
export class TypeormSecondFactors extends SecondFactors {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async find(accountId: string): Promise<SecondFactor | undefined> {
    return (await this.manager.findOneBy(SecondFactorEntity, { accountId })) ?? undefined;
  }

  override async lock(accountId: string): Promise<SecondFactor | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await this.manager.findOne(SecondFactorEntity, { where: { accountId }, lock })) ?? undefined;
  }

  override async begin(accountId: string, secret: Buffer, at: Date): Promise<void> {
    await this.manager.delete(SecondFactorEntity, { accountId, confirmedAt: IsNull() });
    await this.manager.insert(SecondFactorEntity, { accountId, secret, lastStep: 0, createdAt: at });
  }

  override async took(accountId: string, step: number, at: Date): Promise<void> {
    await this.manager.update(SecondFactorEntity, { accountId }, { lastStep: step });
    await this.manager.update(SecondFactorEntity, { accountId, confirmedAt: IsNull() }, { confirmedAt: at });
  }

  override async remove(accountId: string): Promise<boolean> {
    await this.manager.delete(RecoveryCodeEntity, { accountId });
    const { affected } = await this.manager.delete(SecondFactorEntity, { accountId });
    return affected === 1;
  }

  override async putRecoveryCodes(accountId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.manager.delete(RecoveryCodeEntity, { accountId });
    await this.manager.insert(RecoveryCodeEntity, hashes.map((hash) => ({ accountId, hash })));
  }

  override async useRecoveryCode(accountId: string, hash: Buffer, at: Date): Promise<boolean> {
    const { affected } = await this.manager.update(RecoveryCodeEntity, { accountId, hash, usedAt: IsNull() }, { usedAt: at });
    return affected === 1;
  }

  override recoveryCodesLeft(accountId: string): Promise<number> {
    return this.manager.countBy(RecoveryCodeEntity, { accountId, usedAt: IsNull() });
  }
}
