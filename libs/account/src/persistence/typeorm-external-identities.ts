import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { accountErrors } from '../domain/account.errors';
import { ExternalIdentities } from '../domain/external-identities';
import { ExternalIdentityEntity } from './factor.entities';

@Injectable()
export class TypeormExternalIdentities extends ExternalIdentities {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async accountOf(issuer: string, subject: string): Promise<string | undefined> {
    return (await this.unitOfWork.manager.findOneBy(ExternalIdentityEntity, { issuer, subject }))?.accountId;
  }

  override async linkedAt(accountId: string): Promise<Date | undefined> {
    return (await this.unitOfWork.manager.findOneBy(ExternalIdentityEntity, { accountId }))?.linkedAt;
  }

  override async unlink(accountId: string): Promise<void> {
    await this.unitOfWork.manager.delete(ExternalIdentityEntity, { accountId });
  }

  override async link(identity: {
    issuer: string;
    subject: string;
    accountId: string;
    linkedBy: string | null;
    at: Date;
  }): Promise<void> {
    const { at, ...row } = identity;
    const { manager } = this.unitOfWork;
    const holder = await this.accountOf(row.issuer, row.subject);
    if (holder === row.accountId) return;
    if (holder) throw accountErrors.identityTaken();
    const others = await manager.existsBy(ExternalIdentityEntity, { issuer: row.issuer, accountId: row.accountId });
    // A provider may hand an address on to somebody else: only an admin, or the person after the password, puts another one in its place.
    if (others && !row.linkedBy) throw accountErrors.identityUnlinked();
    await manager.delete(ExternalIdentityEntity, { issuer: row.issuer, accountId: row.accountId });
    await manager.insert(ExternalIdentityEntity, { ...row, linkedAt: at });
  }
}
