import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { missingIn } from '../domain/completeness';
import { capabilityIncomplete } from '../domain/capability.errors';
import { CapabilitySteps } from './capability-steps';
import { GetCapability } from './get-capability';

/** The firm says the entry is still right; it counts as confirmed from now on. */
@Injectable()
export class ReconfirmCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly get: GetCapability,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<CapabilityView> {
    await this.steps.take({
      id,
      version,
      event: 'reconfirm',
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
