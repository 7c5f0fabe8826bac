import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { CapabilitySteps } from './capability-steps';
import { GetCapability } from './get-capability';

/** Takes an entry out of list and matching for a while; its firm may resume it. */
@Injectable()
export class PauseCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly get: GetCapability,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<CapabilityView> {
    await this.steps.take({ id, version, event: 'pause', actor });
    return this.get.execute(actor, id);
  }
}
