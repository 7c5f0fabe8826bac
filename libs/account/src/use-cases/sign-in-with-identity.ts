import { Injectable } from '@nestjs/common';
import { lettersOf, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { ExternalIdentities } from '../domain/external-identities';

export interface ProvenIdentity {
  issuer: string;
  subject: string;
  /** Only where the provider says it has verified it. */
  verifiedEmail: string | null;
}

/**
 * Whom another provider has recognised. An identity belongs to an account because an admin said so, or because its
 * verified e-mail address is that of exactly one account here. No account is ever made here.
 */
@Injectable()
export class SignInWithIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly identities: ExternalIdentities,
    private readonly clock: Clock,
  ) {}

  /** Throws IDENTITY_UNLINKED (403). */
  async execute({ issuer, subject, verifiedEmail }: ProvenIdentity): Promise<{ accountId: string }> {
    const linked = await this.identities.accountOf(issuer, subject);
    if (linked) return this.ifEnabled(linked);
    const found = verifiedEmail ? await this.accounts.byEmail(verifiedEmail) : [];
    const [account] = found;
    if (!account || found.length > 1) throw accountErrors.identityUnlinked();
    const identity = { issuer, subject, accountId: account.id, linkedBy: null, at: this.clock.now() };
    await this.unitOfWork.run(() => this.identities.link(identity));
    return { accountId: account.id };
  }

  /** An admin's act. Throws MEMBER_NOT_FOUND (404), IDENTITY_TAKEN (409). */
  async link(actor: Actor, accountId: string, issuer: string, subject: string): Promise<void> {
    const member = await this.accounts.findMember(accountId);
    const isInDistrict = member?.memberships.some(({ districtCode }) => districtCode === actor.districtCode);
    if (!lettersOf(actor).has('A') || !isInDistrict) throw accountErrors.memberUnknown();
    const identity = { issuer, subject, accountId, linkedBy: actor.accountId, at: this.clock.now() };
    await this.unitOfWork.run(() => this.identities.link(identity));
  }

  private async ifEnabled(accountId: string): Promise<{ accountId: string }> {
    const account = await this.accounts.find(accountId);
    if (!account || account.disabledAt) throw accountErrors.identityUnlinked();
    return { accountId };
  }
}
