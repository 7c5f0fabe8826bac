import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { missingIn } from '../domain/completeness';
import { capabilityIncomplete } from '../domain/capability.errors';
import { CapabilitySteps } from './capability-steps';
import { GetCapability } from './get-capability';

/** Lists a complete draft; nobody checks it first (MODEL.md section 6), its words stay the firm's own. */
@Injectable()
export class PublishCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly get: GetCapability,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<CapabilityView> {
    await this.steps.take({
      id,
      version,
      event: 'publish',
      actor,
      change: (capability, now) => {
        const missing = missingIn(capability);
        if (missing.length > 0) throw capabilityIncomplete(missing);
        return { publishedAt: now };
      },
    });
    return this.get.execute(actor, id);
  }
}
