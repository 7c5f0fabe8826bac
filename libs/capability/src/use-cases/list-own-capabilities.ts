import { Injectable } from '@nestjs/common';
import { lettersOf, type Actor, type CapabilityListView } from '@mantianxing/contracts';
import { capabilityView } from '../domain/capability-view';
import { CapabilityRepository } from '../domain/capability.repository';

/** A firm's whole list is far shorter; the limit only bounds one answer. */
const MOST = 500;

/** Everything of the firms the actor belongs to, newest change first. */
@Injectable()
export class ListOwnCapabilities {
  constructor(private readonly capabilities: CapabilityRepository) {}

  async execute(actor: Actor): Promise<CapabilityListView> {
    const firms = actor.memberships
      .map(({ organizationId }) => organizationId)
      .filter((organizationId) => lettersOf(actor, organizationId).has('F'));
    return { items: (await this.capabilities.ofFirms(firms, MOST)).map(capabilityView) };
  }
}
