import { Injectable } from '@nestjs/common';
import type { Actor, CapabilityCheckView, CapabilityContent } from '@mantianxing/contracts';
import { bodyOf } from '../domain/capability-content';
import { missingIn } from '../domain/completeness';
import { CapabilityDuplicates } from './capability-duplicates';

/** What a content that is still being written lacks before it can be listed, and which entries it resembles. */
@Injectable()
export class CheckCapability {
  constructor(private readonly duplicates: CapabilityDuplicates) {}

  /** `besides`: the saved entry the content belongs to. */
  async execute(actor: Actor, content: CapabilityContent, besides?: string): Promise<CapabilityCheckView> {
    const body = bodyOf(content);
    return { missing: missingIn(body), similar: await this.duplicates.similarTo(body, actor, besides) };
  }
}
