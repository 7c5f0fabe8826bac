import { Injectable } from '@nestjs/common';
import { DueNotices } from '@mantianxing/outbox';
import { CapabilityRepository } from '../domain/capability.repository';

/** A firm is told when a draft has lain for 30 working days, and every half-year to confirm what is listed. */
@Injectable()
export class TellDueCapabilities {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly notices: DueNotices,
  ) {}

  /** Answers how many were told. */
  execute(now: Date): Promise<number> {
    return this.notices.tell('capability', this.capabilities, now);
  }
}
