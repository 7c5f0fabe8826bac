import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { missingIn } from '../domain/completeness';
import { capabilityIncomplete } from '../domain/capability.errors';
import { CapabilityDuplicates } from './capability-duplicates';
import { CapabilitySteps } from './capability-steps';
import { GetCapability } from './get-capability';

/**
 * Lists a complete draft; nobody checks it first (MODEL.md section 6), its words stay the firm's own.
 * 409 NEAR_DUPLICATE where a listed or resting entry says much the same, until `confirmNotDuplicate` is given.
 */
@Injectable()
export class PublishCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly duplicates: CapabilityDuplicates,
    private readonly get: GetCapability,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    version: number,
    confirmNotDuplicate = false,
  ): Promise<CapabilityView> {
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
      prove: (capability) => this.duplicates.prove(capability, actor, confirmNotDuplicate),
    });
    return this.get.execute(actor, id);
  }
}
