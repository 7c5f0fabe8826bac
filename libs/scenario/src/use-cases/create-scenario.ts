import { Injectable } from '@nestjs/common';
import {
  lettersOf,
  mayAct,
  type Actor,
  type CreateScenario as Input,
  type ScenarioView,
} from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, WorkingDays } from '@mantianxing/platform';
import { matchText } from '../domain/match-text';
import { bodyOf, contactOf, refusals } from '../domain/scenario-content';
import { scenarioTransition } from '../domain/scenario-status';
import { scenarioForbidden, scenarioInvalid } from '../domain/scenario.errors';
import { ScenarioRepository, type NewScenario } from '../domain/scenario.repository';
import { enteredContent } from './entered-content';
import { ScenarioViews } from './scenario-views';
import { waitingOf } from './waiting';

/** Begins a draft for a publishing organisation; it may be half empty. */
@Injectable()
export class CreateScenario {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  async execute(actor: Actor, input: Input): Promise<ScenarioView> {
    const organizationId = input.organizationId ?? ownUnit(actor);
    if (!mayAct(actor, scenarioTransition('create').who, organizationId)) throw scenarioForbidden();
    const content = enteredContent(input.content);
    const body = bodyOf(content);
    const problems = refusals(body);
    if (problems.length > 0) throw scenarioInvalid(problems);
    const now = this.clock.now();
    const draft: NewScenario = {
      ...body,
      districtCode: actor.districtCode,
      revision: 0,
      status: 'DRAFT',
      organizationId,
      contactPersonId: null,
      gateRevision: null,
      matchDigest: this.scenarios.digestOf(matchText(body)),
      returnReasons: [],
      withdrawnReason: null,
      publishedAt: null,
      shutAt: null,
      ...(await waitingOf({ status: 'DRAFT', deadline: body.deadline }, null, now, this.workingDays)),
      createdBy: actor.accountId,
    };
    const id = await this.unitOfWork.run(async () => {
      if (!(await this.scenarios.isPublisher(organizationId, actor.districtCode))) {
        throw scenarioInvalid([{ field: 'organizationId', message: '请选择可以发布场景的单位。' }]);
      }
      const step = {
        event: 'create',
        from: null,
        to: 'DRAFT',
        actorAccountId: actor.accountId,
        note: '',
        at: now,
      } as const;
      return this.scenarios.insert(draft, contactOf(content), step);
    });
    return this.views.after(id, actor);
  }
}

/** The one unit the actor writes for; with several, or none as for staff, it has to be named. */
function ownUnit(actor: Actor): string {
  const units = actor.memberships.filter(({ organizationId }) => lettersOf(actor, organizationId).has('D'));
  const ids = [...new Set(units.map(({ organizationId }) => organizationId))];
  if (ids.length === 1) return ids[0] as string;
  if (ids.length === 0 && !lettersOf(actor).has('M')) throw scenarioForbidden();
  throw scenarioInvalid([{ field: 'organizationId', message: '请选择发布单位。' }]);
}
