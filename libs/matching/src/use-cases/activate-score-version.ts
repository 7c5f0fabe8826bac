import { Injectable } from '@nestjs/common';
import { type Actor, lettersOf } from '@mantianxing/contracts';
import { Clock } from '@mantianxing/platform';
import { SCORE_VERSION_ERRORS } from '../domain/score-version.errors';
import { ScoreVersionShelf } from '../domain/score-version-shelf';

/** Only a person changes how pairs are scored, and only a coordinator (MODEL: C). Workers change over by themselves. */
@Injectable()
export class ActivateScoreVersion {
  constructor(
    private readonly versions: ScoreVersionShelf,
    private readonly clock: Clock,
  ) {}

  /**
   * `id` null goes back to the built-in weights; a retired version may come back. Throws FORBIDDEN (403),
   * SCORE_VERSION_NOT_FOUND (404), SCORE_VERSION_IN_FORCE (409).
   */
  async execute(actor: Actor, id: number | null): Promise<void> {
    if (!lettersOf(actor).has('C')) throw SCORE_VERSION_ERRORS.forbidden();
    if (id !== null && !(await this.versions.byId(id))) throw SCORE_VERSION_ERRORS.notFound(id);
    if ((await this.versions.activeId()) === id) throw SCORE_VERSION_ERRORS.alreadyInForce();
    await this.versions.putIntoForce(id, actor.accountId, this.clock.now());
  }
}
