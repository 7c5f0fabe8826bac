import { Injectable } from '@nestjs/common';
import {
  lettersOf,
  mayAct,
  type Actor,
  type CapabilityView,
  type RegisterCapability as Input,
} from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, WorkingDays } from '@mantianxing/platform';
import { bodyOf } from '../domain/capability-content';
import { capabilityTransition } from '../domain/capability-status';
import { capabilityForbidden, capabilityInvalid } from '../domain/capability.errors';
import { CapabilityRepository } from '../domain/capability.repository';
import { matchText } from '../domain/match-text';
import { enteredContent } from './entered-content';
import { GetCapability } from './get-capability';
import { waitingOf } from './waiting';

/** Begins a draft of a firm that is not suspended. */
@Injectable()
export class RegisterCapability {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly get: GetCapability,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  async execute(actor: Actor, input: Input): Promise<CapabilityView> {
    const firmId = input.firmId ?? ownFirm(actor);
    if (!mayAct(actor, capabilityTransition('create').who, firmId)) throw capabilityForbidden();
    const body = bodyOf(enteredContent(input.content));
    const now = this.clock.now();
    const id = await this.unitOfWork.run(async () => {
      const firm = await this.capabilities.firmFacts(firmId, actor.districtCode);
      if (!firm) throw capabilityInvalid([{ field: 'firmId', message: '没有找到这家企业，请先登记企业。' }]);
      if (['SUSPENDED', 'CLOSED', 'MERGED'].includes(firm.firmStatus)) {
        throw capabilityInvalid([{ field: 'firmId', message: '该企业已暂停或注销，不能登记能力。' }]);
      }
      return this.capabilities.insert(
        {
          ...body,
          districtCode: actor.districtCode,
          revision: 0,
          status: 'DRAFT',
          firmId,
          matchDigest: this.capabilities.digestOf(matchText(body, firm)),
          confirmedAt: null,
          publishedAt: null,
          ...(await waitingOf('DRAFT', now, this.workingDays)),
          createdBy: actor.accountId,
        },
        { event: 'create', from: null, to: 'DRAFT', actorAccountId: actor.accountId, note: '', at: now },
      );
    });
    return this.get.execute(actor, id);
  }
}

/** The one firm the actor writes for; with several, or none as for staff, it has to be named. */
function ownFirm(actor: Actor): string {
  const firms = actor.memberships.filter(({ organizationId }) => lettersOf(actor, organizationId).has('F'));
  const ids = [...new Set(firms.map(({ organizationId }) => organizationId))];
  if (ids.length === 1) return ids[0] as string;
  if (ids.length === 0 && !lettersOf(actor).has('M')) throw capabilityForbidden();
  throw capabilityInvalid([{ field: 'firmId', message: '请选择企业。' }]);
}
