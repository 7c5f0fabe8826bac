import { Injectable } from '@nestjs/common';
import { lettersOf, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import type { Suggestion } from '../domain/suggestion';
import { ENOUGH_APPROVED, UNDECIDED } from '../domain/suggestion-status';
import { SuggestionRepository } from '../domain/suggestion.repository';
import { HoldSteps, type MovedRow } from './hold-steps';
import { Recusals } from './recusals';

/**
 * 够了: a scenario with enough approved firms needs no more; what is still open rests, undecided: nobody is told, nothing
 * is learnt from it. Taken up again by a matchmaker, or once an introduction fails. Throws 404, 403 for others than
 * matchmakers and for the recused, 409 NOT_YET_ENOUGH.
 */
@Injectable()
export class HoldSuggestions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly steps: HoldSteps,
    private readonly recusals: Recusals,
  ) {}

  /** Answers what now rests; nothing when nothing was open. */
  hold(actor: Actor, scenarioId: string): Promise<MovedRow[]> {
    return this.unitOfWork.run(async () => {
      const rows = await this.begin(actor, scenarioId);
      const approved = await this.steps.approved(scenarioId);
      if (approved < ENOUGH_APPROVED) throw PAIRING_ERRORS.notYetEnough(approved);
      return this.steps.hold(rows, actor);
    });
  }

  /** 恢复: answers what is open again. */
  release(actor: Actor, scenarioId: string): Promise<MovedRow[]> {
    return this.unitOfWork.run(async () => this.steps.release(await this.begin(actor, scenarioId), actor, null));
  }

  private async begin(actor: Actor, scenarioId: string): Promise<Suggestion[]> {
    if (!lettersOf(actor).has('M')) throw PAIRING_ERRORS.forbidden();
    const rows = await this.suggestions.lockScenario(scenarioId);
    if (!rows.some(({ districtCode }) => districtCode === actor.districtCode)) throw PAIRING_ERRORS.notFound();
    const undecided = rows.filter(({ status }) => UNDECIDED.includes(status));
    await this.recusals.refuse(actor, { scenarioId, firmIds: undecided.flatMap(({ firmIds }) => firmIds) });
    return rows;
  }
}
