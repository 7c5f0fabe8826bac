import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OperationsView, QUEUE_LABEL } from '@mantianxing/contracts';
import { ReconciliationLog, RecurringLedger, type ReconciliationRun } from '@mantianxing/database';
import { JobLedger } from '@mantianxing/outbox';
import { Answers, Refusals } from '@mantianxing/platform';

const MENDED_SHOWN = 10;

/** 运行状态: what waits, what was mended, what runs by the clock. PostgreSQL alone answers it. */
@ApiTags('运行状态')
@Controller('api/operations')
export class OperationsController {
  constructor(
    private readonly ledger: JobLedger,
    private readonly log: ReconciliationLog,
    private readonly recurring: RecurringLedger,
  ) {}

  @Get()
  @Answers(OperationsView)
  @Refusals(401, 403)
  async show(): Promise<OperationsView> {
    const [counts, [last], mended, runs] = [
      await this.ledger.counts(),
      await this.log.recent(1, false, FULL_LOOK),
      await this.log.recent(MENDED_SHOWN, true),
      await this.recurring.runs(),
    ];
    return {
      queues: counts.map(({ queue, pending, oldestAskedAt, dead }) => ({
        ...{ name: queue, label: QUEUE_LABEL[queue] ?? queue, pending, dead },
        oldestAskedAt: oldestAskedAt?.toISOString() ?? null,
      })),
      ...(last && { last: viewOf(last) }),
      mended: mended.map(viewOf),
      tasks: runs.map(({ name, lastFinishedAt, lastCount, failures }) => ({
        ...{ name, lastCount, isFailing: failures > 0 },
        lastFinishedAt: lastFinishedAt?.toISOString() ?? null,
      })),
    };
  }
}

/** A look at more than one promise. */
const FULL_LOOK = 2;

const viewOf = ({ beganAt, startedBy, compared, mended, checks }: ReconciliationRun): OperationsView['mended'][number] => ({
  at: beganAt.toISOString(),
  byCommand: startedBy === 'COMMAND',
  compared,
  mended,
  checks,
});
