import { Inject, Injectable } from '@nestjs/common';
import { lettersOf, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { RecusalRepository, type Recusal } from '../domain/recusal';

/** Until when a person may take back their own declaration; later only the coordinator ends it. */
export const ownRecusalUntil = ({ declaredAt }: Pick<Recusal, 'declaredAt'>, holdSeconds: number): Date => new Date(declaredAt.getTime() + holdSeconds * 1000);

/** The coordinator at any time; nobody their own by another office they hold, once the time is over. */
export function mayEndRecusal(actor: Actor, recusal: Pick<Recusal, 'accountId' | 'declaredAt'>, now: Date, holdSeconds: number): boolean {
  if (recusal.accountId === actor.accountId) return now < ownRecusalUntil(recusal, holdSeconds);
  return lettersOf(actor).has('C');
}

/** Throws 404 where there is none (or for others than coordinators not one's own), 403 RECUSAL_STANDS for one's own once the time is over. */
@Injectable()
export class EndRecusal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recusals: RecusalRepository,
    private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  execute(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const recusal = await this.recusals.byId(id);
      if (!recusal || recusal.districtCode !== actor.districtCode) throw PAIRING_ERRORS.noRecusal();
      const now = this.clock.now();
      if (!mayEndRecusal(actor, recusal, now, this.env.DECISION_HOLD_SECONDS))
        throw recusal.accountId === actor.accountId ? PAIRING_ERRORS.recusalStands() : PAIRING_ERRORS.noRecusal();
      if (!(await this.recusals.end(id, actor.accountId, now))) return;
      const { organizationId } = recusal;
      await this.outbox.record({ name: 'recusal.ended', subjectId: id, revision: 2, ids: { organizationId } }, actor);
    });
  }
}
