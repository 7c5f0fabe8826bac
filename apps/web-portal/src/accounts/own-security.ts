import { Injectable } from '@nestjs/common';
import { FactorStanding, ReadAccount, SessionShelf } from '@mantianxing/account';
import type { Actor, SecurityView } from '@mantianxing/contracts';
import { Clock } from '@mantianxing/platform';
import { deviceName } from './device-name';

/** What a person sees of their own account's safety. */
@Injectable()
export class OwnSecurity {
  constructor(
    private readonly account: ReadAccount,
    private readonly standing: FactorStanding,
    private readonly sessions: SessionShelf,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, sidHash: Buffer): Promise<SecurityView> {
    const [account, factor, sessions] = await Promise.all([
      this.account.execute(actor.accountId),
      this.standing.of(actor),
      this.sessions.of(actor.accountId, this.clock.now()),
    ]);
    return {
      ...account,
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
