import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { missingIn } from '../domain/completeness';
import { capabilityIncomplete } from '../domain/capability.errors';
import { CapabilitySteps } from './capability-steps';
import { GetCapability } from './get-capability';

/** Lists a paused entry again; resuming confirms it anew. */
@Injectable()
export class ResumeCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly get: GetCapability,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<CapabilityView> {
    await this.steps.take({
      id,
      version,
      event: 'resume',
      actor,
      change: (capability) => {
        const missing = missingIn(capability);
        if (missing.length > 0) throw capabilityIncomplete(missing);
        return {};
      },
    });
    return this.get.execute(actor, id);
  }
}
