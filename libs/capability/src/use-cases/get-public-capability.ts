import { Injectable } from '@nestjs/common';
import type { PublicCapabilityView } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { isCapabilityListed } from '../domain/capability';
import { publicCapabilityView } from '../domain/capability-view';
import { capabilityNotFound } from '../domain/capability.errors';
import { CapabilityRepository } from '../domain/capability.repository';

/** A listed entry with its firm; everything else does not exist for the public. */
@Injectable()
export class GetPublicCapability {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly clock: Clock,
  ) {}

  async execute(id: string): Promise<PublicCapabilityView> {
    const capability = await this.capabilities.find(id);
    if (!capability || !isCapabilityListed(capability)) throw capabilityNotFound();
    return publicCapabilityView(capability, dayInShanghai(this.clock.now()));
  }
}
