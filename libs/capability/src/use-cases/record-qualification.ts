import { Injectable } from '@nestjs/common';
import { mayAct, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import type { HeldQualification } from '../domain/capability';
import { capabilityForbidden, capabilityInvalid } from '../domain/capability.errors';
import { CapabilityRepository } from '../domain/capability.repository';
import { CapabilitySteps } from './capability-steps';

export interface QualificationInput extends Omit<HeldQualification, 'issuer' | 'verified'> {
  issuer?: string;
  /** Staff have seen the certificate. */
  verified?: boolean;
}

/**
 * Keeps a firm's certificate. Only staff may mark it verified; a firm that writes over a verified one
 * makes it its own word again. Listed capabilities are matched anew.
 */
@Injectable()
export class RecordQualification {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly steps: CapabilitySteps,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, firmId: string, input: QualificationInput): Promise<void> {
    const staff = mayAct(actor, ['M', 'C'], firmId);
    if (!staff && !mayAct(actor, ['FA'], firmId)) throw capabilityForbidden();
    if (input.verified && !staff) throw capabilityForbidden();
    if (input.validUntil && !/^\d{4}-\d{2}-\d{2}$/.test(input.validUntil)) {
      throw capabilityInvalid([{ field: 'validUntil', message: '日期请写成2026-12-31。' }]);
    }
    await this.unitOfWork.run(async () => {
      const firm = await this.capabilities.firmFacts(firmId, actor.districtCode);
      if (!firm) throw capabilityInvalid([{ field: 'firmId', message: '没有找到这家企业，请先登记企业。' }]);
      const held = { ...input, issuer: input.issuer ?? '', verified: input.verified ?? false };
      const verifiedBy = held.verified ? actor.accountId : null;
      await this.capabilities.keepQualification(firmId, held, verifiedBy, this.clock.now());
      await this.steps.followFirm(firmId, actor, '企业资质变更');
    });
  }
}
