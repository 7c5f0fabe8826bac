import { Inject, Injectable } from '@nestjs/common';
import { FactorStanding, OwnIdentity, ReadAccount, SessionShelf } from '@mantianxing/account';
import type { Actor, SecurityView } from '@mantianxing/contracts';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { deviceName } from './device-name';

/** What a person sees of their own account's safety. */
@Injectable()
export class OwnSecurity {
  constructor(
    private readonly account: ReadAccount,
    private readonly standing: FactorStanding,
    private readonly sessions: SessionShelf,
    private readonly clock: Clock,
    private readonly ownIdentity: OwnIdentity,
    @Inject(ENV) private readonly env: Pick<Env, 'OIDC_ISSUER' | 'OIDC_LABEL'>,
  ) {}

  async execute(actor: Actor, sidHash: Buffer): Promise<SecurityView> {
    const [account, factor, sessions, linkedAt] = await Promise.all([
      this.account.execute(actor.accountId),
      this.standing.of(actor),
      this.sessions.of(actor.accountId, this.clock.now()),
      this.ownIdentity.linkedAt(actor.accountId),
    ]);
    return {
      ...account,
      identity: this.env.OIDC_ISSUER ? { label: this.env.OIDC_LABEL, linkedAt: linkedAt?.toISOString() ?? null } : null,
      passwordSetAt: account.passwordSetAt?.toISOString() ?? null,
      factor: { ...factor, dueAt: factor.dueAt?.toISOString() ?? null },
      sessions: sessions.map(({ id, sidHash: own, address, agent, signedInAt, seenAt }) => ({
        id,
        isCurrent: own.equals(sidHash),
        device: deviceName(agent),
        address,
        signedInAt: signedInAt.toISOString(),
        seenAt: seenAt.toISOString(),
      })),
    };
  }
}
