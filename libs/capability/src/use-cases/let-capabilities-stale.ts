import { Injectable } from '@nestjs/common';
import { DomainError, systemActor } from '@mantianxing/contracts';
import { CONFIRMED_FOR_MONTHS } from '../domain/capability-status';
import { CapabilityRepository } from '../domain/capability.repository';
import { CapabilitySteps } from './capability-steps';
import { afterMonths } from './waiting';

/** At most so many in one sweep; the next one goes on. */
const AT_ONCE = 200;

/** What nobody has confirmed for twelve months leaves list and matching; its firm brings it back with one press. */
@Injectable()
export class LetCapabilitiesStale {
  constructor(
    private readonly steps: CapabilitySteps,
    private readonly capabilities: CapabilityRepository,
  ) {}

  /** Each in a transaction of its own. Answers how many. */
  async execute(now: Date): Promise<number> {
    let done = 0;
    for (const { id, version, districtCode } of await this.capabilities.unconfirmedSince(afterMonths(now, -CONFIRMED_FOR_MONTHS), AT_ONCE)) {
      try {
        await this.steps.take({ id, version, event: 'stale', actor: systemActor(districtCode) });
        done += 1;
      } catch (error) {
        // Its firm, or another worker, was quicker.
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return done;
  }
}
