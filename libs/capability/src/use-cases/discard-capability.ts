import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { capabilityInvalid } from '../domain/capability.errors';
import { CapabilitySteps } from './capability-steps';
import { GetCapability } from './get-capability';

/** Gives up a draft that was never listed. */
@Injectable()
export class DiscardCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly get: GetCapability,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<CapabilityView> {
    await this.steps.take({
      id,
      version,
      event: 'discard',
      actor,
      change: ({ revision }) => {
        if (revision === 0) return {};
        throw capabilityInvalid([
          { field: 'status', message: '发布过的能力须留存记录，不能删除，可以退出。' },
        ]);
      },
    });
    return this.get.execute(actor, id);
  }
}
