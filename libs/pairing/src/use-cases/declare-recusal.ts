import { Inject, Injectable } from '@nestjs/common';
import { lettersOf, type Actor, type DeclaredRecusalView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { RecusalRepository } from '../domain/recusal';
import { SuggestionRepository } from '../domain/suggestion.repository';
import { ownRecusalUntil } from './end-recusal';

export interface RecusalOrder {
  actor: Actor;
  suggestionId: string;
  /** One of the suggestion's firms; absent: the unit whose scenario it is. */
  firmId?: string;
  reason: string;
}

/**
 * 回避: from one party of a suggestion, and so from all that party has part in. The others of the office go on with it.
 * Throws 404, 403 for others than matchmakers, 422 NOT_A_PARTY.
 */
@Injectable()
export class DeclareRecusal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly recusals: RecusalRepository,
    private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Declared twice it is one, and answers alike. */
  execute({ actor, suggestionId, firmId, reason }: RecusalOrder): Promise<DeclaredRecusalView> {
    return this.unitOfWork.run(async () => {
      const row = await this.suggestions.byId(suggestionId);
      if (!row || row.districtCode !== actor.districtCode) throw PAIRING_ERRORS.notFound();
      const { accountId, districtCode } = actor;
      if (!lettersOf(actor).has('M')) throw PAIRING_ERRORS.forbidden();
      const organizationId = firmId ? row.firmIds.find((id) => id === firmId) : await this.recusals.unitOf(row.scenarioId);
      if (!organizationId) throw PAIRING_ERRORS.notAParty();
      const { id, isNew, declaredAt } = await this.recusals.declare({ districtCode, accountId, organizationId, reason, declaredAt: this.clock.now() });
      if (isNew) await this.outbox.record({ name: 'recusal.declared', subjectId: id, revision: 1, ids: { organizationId } }, actor);
      const until = ownRecusalUntil({ declaredAt }, this.env.DECISION_HOLD_SECONDS);
      return { id, hidden: await this.recusals.undecidedWith(organizationId), undoUntil: until.toISOString() };
    });
  }
}
