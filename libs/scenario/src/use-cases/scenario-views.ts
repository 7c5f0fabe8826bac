import { Injectable } from '@nestjs/common';
import { mayAct, type Actor, type PublicScenarioView, type ScenarioView } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import type { ScenarioRecord } from '../domain/scenario';
import { NO_CONTACT } from '../domain/scenario-content';
import { publicScenarioView, scenarioView } from '../domain/scenario-view';
import { scenarioNotFound } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';

/** Puts rows, contacts and gate evidence together into answers, many rows with three queries. */
@Injectable()
export class ScenarioViews {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly clock: Clock,
  ) {}

  /** For people who may see these entries; contact persons only where the actor is of the entry's own unit. */
  async inside(records: ScenarioRecord[], actor: Actor): Promise<ScenarioView[]> {
    const contacts = await this.scenarios.contactsOf(records);
    const evidence = await this.scenarios.evidenceOf(records.map(({ id }) => id));
    const today = dayInShanghai(this.clock.now());
    return records.map((record) =>
      scenarioView(record, {
        contact: contacts.get(record.id) ?? NO_CONTACT,
        evidence: evidence.get(record.id) ?? [],
        today,
        own: mayAct(actor, ['D'], record.organizationId),
      }),
    );
  }

  async outside(records: ScenarioRecord[]): Promise<PublicScenarioView[]> {
    const evidence = await this.scenarios.evidenceOf(records.map(({ id }) => id));
    return records.map((record) => publicScenarioView(record, evidence.get(record.id) ?? []));
  }

  /** The entry as it stands after a step of the actor's. */
  async after(id: string, actor: Actor): Promise<ScenarioView> {
    const record = await this.scenarios.find(id);
    const [view] = record ? await this.inside([record], actor) : [];
    if (!view) throw scenarioNotFound();
    return view;
  }
}
