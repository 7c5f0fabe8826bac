import { Injectable } from '@nestjs/common';
import { isStaff, lettersIn, mayAct, CAPABILITY_READERS, type Actor, type DomainEvent, type RoleLetter } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, WorkingDays } from '@mantianxing/platform';
import type { Capability, CapabilityRecord } from '../domain/capability';
import { capabilityAfter, capabilityTransition, type CapabilityEvent } from '../domain/capability-status';
import { capabilityConflict, capabilityForbidden, capabilityNotFound } from '../domain/capability.errors';
import { CapabilityRepository } from '../domain/capability.repository';
import { matchText } from '../domain/match-text';
import { waitingOf } from './waiting';

/** Who sees an entry that is not listed; everybody else is told it does not exist. */
const READERS: readonly RoleLetter[] = [...lettersIn(CAPABILITY_READERS), 'S'];

export const maySee = (actor: Actor, capability: Capability): boolean =>
  actor.districtCode === capability.districtCode && mayAct(actor, READERS, capability.firmId);

export interface Step {
  id: string;
  /** The version the actor saw. */
  version: number;
  event: CapabilityEvent;
  actor: Actor;
  /** Proves the event's guard inside the transaction; undefined answers 'nothing to write'. */
  change?: (capability: CapabilityRecord, now: Date) => Partial<Capability> | undefined;
  /** Asked last, inside the transaction: the history's note, or a refusal. */
  prove?: (capability: CapabilityRecord) => Promise<string>;
}

/** Steps after which the firm's word counts from now on. */
const CONFIRMING: readonly CapabilityEvent[] = ['publish', 'resume', 'reconfirm'];

/**
 * The one way a capability moves: row, history line and event in one transaction.
 * Throws 404 for entries the actor may not see, 403 for roles that may not take this step,
 * 409 for another version or a state that does not allow it.
 */
@Injectable()
export class CapabilitySteps {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /** The row as one may see it; 404 otherwise. */
  async load(id: string, actor: Actor): Promise<CapabilityRecord> {
    const capability = await this.capabilities.find(id);
    if (!capability || !maySee(actor, capability)) throw capabilityNotFound();
    return capability;
  }

  take(step: Step): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { event, actor } = step;
      const before = await this.load(step.id, actor);
      if (!mayAct(actor, capabilityTransition(event).who, before.firmId)) throw capabilityForbidden();
      if (before.version !== step.version) throw await this.conflict(before, actor, true);
      if (!capabilityAfter(before.status, event)) throw await this.conflict(before, actor, false);
      const now = this.clock.now();
      const fields = step.change ? step.change(before, now) : {};
      if (fields) await this.write(before, fields, event, actor, now, (await step.prove?.(before)) ?? '');
    });
  }

  /** After a change of the firm or its certificates: its listed capabilities are matched anew where it matters. */
  followFirm(firmId: string, actor: Actor, note: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      for (const before of await this.capabilities.publishedOf(firmId)) {
        if (this.digest(before) !== before.matchDigest)
          await this.write(before, {}, 'revise', actor, now, note);
      }
    });
  }

  digest(capability: CapabilityRecord): string {
    return this.capabilities.digestOf(matchText(capability, capability));
  }

  private async write(
    before: CapabilityRecord,
    fields: Partial<Capability>,
    event: CapabilityEvent,
    actor: Actor,
    now: Date,
    note: string,
  ): Promise<void> {
    const status = capabilityAfter(before.status, event) ?? before.status;
    const { raises } = capabilityTransition(event);
    const confirming = CONFIRMING.includes(event);
    // A job's id carries the revision: each step that leads to the index needs one of its own.
    const revision = before.revision + (confirming || event === 'revise' ? 1 : 0);
    const after = {
      ...before,
      ...fields,
      status,
      revision,
      ...(confirming && { confirmedAt: now }),
      ...((confirming || status !== before.status) && (await waitingOf(status, now, this.workingDays))),
    };
    after.matchDigest = this.digest(after);
    const actorAccountId = actor.isSystem ? null : actor.accountId;
    const step = { event, from: before.status, to: status, actorAccountId, note, at: now };
    if (!(await this.capabilities.move(before, after, step))) throw await this.conflict(before, actor, true);
    if (!raises) return;
    const ids = raises === 'capability.revised' ? { material: after.matchDigest !== before.matchDigest } : {};
    await this.outbox.record({ name: raises, subjectId: before.id, revision, ids } as DomainEvent, actor);
  }

  private async conflict({ id }: Capability, actor: Actor, edited: boolean): Promise<Error> {
    const current = await this.capabilities.find(id);
    if (!current) return capabilityNotFound();
    const last = await this.capabilities.lastChange(id);
    return capabilityConflict(
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
