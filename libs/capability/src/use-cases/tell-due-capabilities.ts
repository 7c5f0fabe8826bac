import { Injectable } from '@nestjs/common';
import { ESCALATED_AFTER_MS, systemActor, type DueStage } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { endOfDayInShanghai } from '@mantianxing/platform';
import { CapabilityRepository } from '../domain/capability.repository';

/** At most so many of a kind in one sweep; the next one goes on. */
const AT_ONCE = 200;

/** A firm is told when a draft has lain for 30 working days, and every half-year to confirm what is listed. */
@Injectable()
export class TellDueCapabilities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly capabilities: CapabilityRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Mark and event are one transaction, and rows another worker holds are passed over: each is told once. Answers how many. */
  async execute(now: Date): Promise<number> {
    return (await this.tell('PASSED', endOfDayInShanghai(now), now)) + (await this.tell('ESCALATED', new Date(now.getTime() - ESCALATED_AFTER_MS), now));
  }

  private tell(stage: DueStage, until: Date, now: Date): Promise<number> {
    const name = stage === 'PASSED' ? ('due.passed' as const) : ('due.escalated' as const);
    return this.unitOfWork.run(async () => {
      const due = await this.capabilities.markDue(stage, until, now, AT_ONCE);
      for (const { subjectId, districtCode, rows } of due) {
        await this.outbox.record({ name, subjectId, revision: 1, ids: { kind: 'capability', rows } }, systemActor(districtCode));
      }
      return due.length;
    });
  }
}
