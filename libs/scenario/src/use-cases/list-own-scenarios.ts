import { Injectable } from '@nestjs/common';
import { lettersOf, type Actor, type ScenarioListView } from '@mantianxing/contracts';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioViews } from './scenario-views';

/** A unit's whole list is far shorter; the limit only bounds one answer. */
const MOST = 500;

/** Everything of the units the actor belongs to, newest change first. */
@Injectable()
export class ListOwnScenarios {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor): Promise<ScenarioListView> {
    const units = actor.memberships
      .map(({ organizationId }) => organizationId)
      .filter((organizationId) => lettersOf(actor, organizationId).has('D'));
    return { items: await this.views.inside(await this.scenarios.ofOrganizations(units, MOST), actor) };
  }
}
