import { Injectable } from '@nestjs/common';
import { mayAct, type Actor } from '@mantianxing/contracts';
import { capabilityForbidden } from '../domain/capability.errors';
import { CapabilitySteps } from './capability-steps';

/** Call after a firm's name, size, place or verification changed: its listed capabilities are matched anew. */
@Injectable()
export class FollowFirmChange {
  constructor(private readonly steps: CapabilitySteps) {}

  async execute(actor: Actor, firmId: string): Promise<void> {
    if (!mayAct(actor, ['M', 'C', 'FA', 'S'], firmId)) throw capabilityForbidden();
    await this.steps.followFirm(firmId, actor, '企业信息变更');
  }
}
