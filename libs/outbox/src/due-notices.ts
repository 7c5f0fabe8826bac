import { Injectable } from '@nestjs/common';
import { ESCALATED_AFTER_MS, systemActor, type DueKind, type DueRow, type DueStage } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { endOfDayInShanghai } from '@mantianxing/platform';
import { Outbox } from './outbox';

/** At most so many of a kind in one sweep; the next one goes on. */
const AT_ONCE = 200;
const EVENT = { PASSED: 'due.passed', ESCALATED: 'due.escalated' } as const;

/** Rows of one kind that fall due. */
export interface DueRows {
  /** Marks up to `limit` rows due by `until` that were not told of this stage, passing over those another worker holds. */
  markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]>;
}

/** What every sweep of due rows does: told on the day, and two weeks later once more, each row once. */
@Injectable()
export class DueNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** Mark and event are one transaction. Answers how many were told. */
  async tell(kind: DueKind, due: DueRows, now: Date): Promise<number> {
    const passed = await this.tellStage(kind, due, { stage: 'PASSED', until: endOfDayInShanghai(now), now });
    const over = new Date(now.getTime() - ESCALATED_AFTER_MS);
    return passed + (await this.tellStage(kind, due, { stage: 'ESCALATED', until: over, now }));
  }

  private tellStage(kind: DueKind, due: DueRows, { stage, until, now }: { stage: DueStage; until: Date; now: Date }): Promise<number> {
    return this.unitOfWork.run(async () => {
      const marked = await due.markDue(stage, until, now, AT_ONCE);
      for (const { subjectId, districtCode, rows } of marked) {
        await this.outbox.record({ name: EVENT[stage], subjectId, revision: 1, ids: { kind, rows } }, systemActor(districtCode));
      }
      return marked.length;
    });
  }
}
