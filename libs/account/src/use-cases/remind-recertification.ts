import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, dayInShanghai, ENV, type Env } from '@mantianxing/platform';
import { Members } from '../domain/members';
import { dayAfter, TOLD_BEFORE_DAYS } from '../domain/recertification';

/** 年度确认 is near: one event for each organisation, once for each membership and year. Answers how many organisations. */
@Injectable()
export class RemindRecertification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: Members,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Pick<Env, 'DISTRICT_CODE'>,
  ) {}

  execute(): Promise<number> {
    const dueBy = dayAfter(dayInShanghai(this.clock.now()), TOLD_BEFORE_DAYS);
    return this.unitOfWork.run(async () => {
      const due = await this.members.takeDue(dueBy);
      for (const { organizationId, members } of due) {
        await this.outbox.record(
          { name: 'membership.recertification-due', subjectId: organizationId, revision: 1, ids: { members } },
          systemActor(this.env.DISTRICT_CODE),
        );
      }
      return due.length;
    });
  }
}
