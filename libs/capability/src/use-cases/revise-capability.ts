import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityView, ReviseCapability as Input } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { isCapabilityListed } from '../domain/capability';
import { bodyOf, sameBody } from '../domain/capability-content';
import { missingIn } from '../domain/completeness';
import { capabilityIncomplete } from '../domain/capability.errors';
import { CapabilitySteps } from './capability-steps';
import { enteredContent } from './entered-content';
import { GetCapability } from './get-capability';

/**
 * Replaces the content. A listed entry must stay complete; its revision rises and `capability.revised`
 * says whether the change is material. Writing what is already there changes nothing.
 */
@Injectable()
export class ReviseCapability {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly get: GetCapability,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(actor: Actor, id: string, { version, content }: Input): Promise<CapabilityView> {
    const body = bodyOf(enteredContent(content));
    await this.unitOfWork.run(async () => {
      const listed = isCapabilityListed(await this.steps.load(id, actor));
      await this.steps.take({
        id,
        version,
        event: listed ? 'revise' : 'amend',
        actor,
        change: (before) => {
          if (sameBody(before, body)) return undefined;
          const missing = listed ? missingIn(body) : [];
          if (missing.length > 0) throw capabilityIncomplete(missing);
          return body;
        },
      });
    });
    return this.get.execute(actor, id);
  }
}
