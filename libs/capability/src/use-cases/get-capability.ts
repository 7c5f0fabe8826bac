import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView } from '@mantianxing/contracts';
import { capabilityView } from '../domain/capability-view';
import { CapabilitySteps } from './capability-steps';

/** An entry in any state, for its own firm and for staff; 404 for everybody else. */
@Injectable()
export class GetCapability {
  constructor(private readonly steps: CapabilitySteps) {}

  async execute(actor: Actor, id: string): Promise<CapabilityView> {
    return capabilityView(await this.steps.load(id, actor));
  }
}
