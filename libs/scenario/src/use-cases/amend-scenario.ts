import { Injectable } from '@nestjs/common';
import { isStaff, type Actor, type AmendScenario as Input, type ScenarioView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { dayInShanghai } from '@mantianxing/platform';
import { matchText } from '../domain/match-text';
import { GATE_FIELDS, missingOf, publishGate } from '../domain/publish-gate';
import {
  isScenarioLive,
  type ContactPerson,
  type ScenarioBody,
  type ScenarioRecord,
} from '../domain/scenario';
import { bodyOf, changedFields, contactOf, refusals, sameContact } from '../domain/scenario-content';
import { gateFieldLocked, gateIncomplete, scenarioInvalid } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { enteredContent } from './entered-content';
import { ScenarioSteps, type StepChange } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/**
 * Replaces the content. Of a published entry the revision rises and `scenario.revised` says whether the
 * change is material; its gate elements may be changed by M and C only, and are checked again.
 * Writing what is already there changes nothing. A content without any contact field keeps the contact:
 * staff are never sent it and so cannot send it back.
 */
@Injectable()
export class AmendScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(actor: Actor, id: string, { version, content: entered }: Input): Promise<ScenarioView> {
    const content = enteredContent(entered);
    const body = bodyOf(content);
    const problems = refusals(body);
    if (problems.length > 0) throw scenarioInvalid(problems);
    await this.unitOfWork.run(async () => {
      const live = isScenarioLive(await this.steps.load(id, actor));
      await this.steps.take({
        id,
        version,
        event: live ? 'revise' : 'amend',
        actor,
        change: (before, now) => this.change(actor, before, body, contactOf(content), now),
      });
    });
    return this.views.after(id, actor);
  }

  private async change(
    actor: Actor,
    before: ScenarioRecord,
    body: ScenarioBody,
    wanted: ContactPerson | undefined,
    now: Date,
  ): Promise<StepChange> {
    const held = await this.scenarios.contactOf(before);
    const contact = wanted && !sameContact(wanted, held) ? wanted : undefined;
    const changed = changedFields(before, body);
    if (changed.length === 0 && !contact) return { unchanged: true };
    const matchDigest = this.scenarios.digestOf(matchText(body));
    if (!isScenarioLive(before)) return { fields: { ...body, matchDigest }, contact };
    const revision = before.revision + 1;
    const touched: string[] = GATE_FIELDS.filter((field) => changed.includes(field));
    if (contact && !sameContact({ ...contact, email: held.email }, held)) touched.push('contactName');
    if (touched.length === 0) await this.scenarios.carryEvidence(before.id, before.revision, revision);
    else await this.recheck(actor, before.id, revision, { ...body, contact: contact ?? held }, touched, now);
    return {
      fields: { ...body, matchDigest, revision, gateRevision: revision, ...(isAhead(body.deadline, now) && { shutAt: null }) },
      contact,
      material: matchDigest !== before.matchDigest,
    };
  }

  private async recheck(
    actor: Actor,
    id: string,
    revision: number,
    input: ScenarioBody & { contact: ContactPerson },
    touched: string[],
    now: Date,
  ): Promise<void> {
    if (!isStaff(actor)) throw gateFieldLocked(touched);
    const gate = publishGate(input, dayInShanghai(now));
    const missing = missingOf(gate);
    if (input.listType !== 'SCENARIO') {
      missing.push({ field: 'listType', message: '已发布的场景不能改为机会清单，请先撤回。' });
    }
    if (missing.length > 0) throw gateIncomplete(missing);
    await this.scenarios.keepEvidence(id, revision, gate, actor.accountId, now);
  }
}

/** A later deadline opens an entry again that was shut. */
const isAhead = (deadline: string | null, now: Date): boolean => deadline !== null && deadline >= dayInShanghai(now);
