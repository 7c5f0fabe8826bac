import { Injectable } from '@nestjs/common';
import { isStaff, lettersIn, mayAct, SCENARIO_READERS, type Actor, type DomainEvent, type RoleLetter } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, WorkingDays } from '@mantianxing/platform';
import type { ContactPerson, Scenario, ScenarioRecord } from '../domain/scenario';
import { scenarioAfter, scenarioTransition, type ScenarioEvent } from '../domain/scenario-status';
import { scenarioConflict, scenarioForbidden, scenarioNotFound } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { waitingOf } from './waiting';

/** Who sees an entry that is not public; everybody else is told it does not exist. */
const READERS: readonly RoleLetter[] = [...lettersIn(SCENARIO_READERS), 'S'];

export const maySee = (actor: Actor, scenario: Scenario): boolean =>
  actor.districtCode === scenario.districtCode && mayAct(actor, READERS, scenario.organizationId);

export interface StepChange {
  fields?: Partial<Scenario>;
  /** Given when the contact person was written anew. */
  contact?: ContactPerson;
  /** Payload of `scenario.revised`. */
  material?: boolean;
  /** For the history, besides or instead of the step's own. */
  note?: string;
  /** Nothing to write: the content is what it was. */
  unchanged?: boolean;
}

export interface Step {
  id: string;
  /** The version the actor saw. */
  version: number;
  event: ScenarioEvent;
  actor: Actor;
  note?: string;
  /** Proves the event's guard inside the transaction and answers what changes besides the state. */
  change?: (scenario: ScenarioRecord, now: Date) => Promise<StepChange>;
}

/**
 * The one way a scenario moves: row, history line and event in one transaction.
 * Throws 404 for entries the actor may not see, 403 for roles that may not take this step,
 * 409 for another version or a state that does not allow it.
 */
@Injectable()
export class ScenarioSteps {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /** The row as one may see it; 404 otherwise. */
  async load(id: string, actor: Actor): Promise<ScenarioRecord> {
    const scenario = await this.scenarios.find(id);
    if (!scenario || !maySee(actor, scenario)) throw scenarioNotFound();
    return scenario;
  }

  take(step: Step): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { event, actor } = step;
      const before = await this.load(step.id, actor);
      if (!mayAct(actor, scenarioTransition(event).who, before.organizationId)) throw scenarioForbidden();
      if (before.version !== step.version) throw await this.conflict(before, actor, true);
      const status = scenarioAfter(before.status, event);
      if (!status) throw await this.conflict(before, actor, false);
      const now = this.clock.now();
      const change = (await step.change?.(before, now)) ?? {};
      if (change.unchanged) return;
      const moved = { ...before, ...change.fields, status };
      const after = { ...moved, ...(await waitingOf(moved, before, now, this.workingDays)) };
      const written = await this.scenarios.move(before, after, change.contact, {
        event,
        from: before.status,
        to: status,
        actorAccountId: actor.isSystem ? null : actor.accountId,
        note: change.note ?? step.note ?? '',
        at: now,
      });
      if (!written) throw await this.conflict(before, actor, true);
      await this.tell(event, after, actor, change.material ?? false);
    });
  }

  private async tell(
    event: ScenarioEvent,
    { id, revision }: Scenario,
    actor: Actor,
    material: boolean,
  ): Promise<void> {
    const { raises } = scenarioTransition(event);
    if (!raises) return;
    const ids = raises === 'scenario.revised' ? { material } : {};
    await this.outbox.record({ name: raises, subjectId: id, revision, ids } as DomainEvent, actor);
  }

  private async conflict({ id }: Scenario, actor: Actor, edited: boolean): Promise<Error> {
    const current = await this.scenarios.find(id);
    if (!current) return scenarioNotFound();
    const last = await this.scenarios.lastChange(id);
    return scenarioConflict(
      {
        status: current.status,
        version: current.version,
        ...(last && { changedAt: last.at.toISOString() }),
        ...(last && isStaff(actor) && { changedBy: last.by }),
      },
      edited,
    );
  }
}
