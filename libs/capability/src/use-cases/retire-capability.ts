import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { CapabilitySteps } from './capability-steps';
import { GetCapability } from './get-capability';

/** Takes an entry off the list for good. */
@Injectable()
export class RetireCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly get: GetCapability,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<CapabilityView> {
    await this.steps.take({ id, version, event: 'retire', actor });
    return this.get.execute(actor, id);
  }
}
