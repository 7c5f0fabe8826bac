import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DeadLetterReason,
  DeadLetterSettledView,
  DeadLettersView,
  DomainError,
  JOB_FAILURE,
  JOB_LABEL,
  lettersOf,
  QUEUE_LABEL,
  type Actor,
  type DeadLetterView,
} from '@mantianxing/contracts';
import { DeadLetters, type DeadLetter } from '@mantianxing/outbox';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';
import { DeadLetterSubjects } from './dead-letter-subjects';

const SHOWN = 100;

/** Jobs set aside after their last try: seen, explained, tried again or given up. */
@ApiTags('运行状态')
@Controller('api/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly letters: DeadLetters,
    private readonly subjects: DeadLetterSubjects,
  ) {}

  @Get()
  @Answers(DeadLettersView)
  @Refusals(401, 403)
  async list(@CurrentActor() actor: Actor): Promise<DeadLettersView> {
    const { total, items } = await this.letters.list(SHOWN);
    const mine = lettersOf(actor);
    return { total, items: await Promise.all(items.map((one) => this.viewOf(one, actor))), mayDiscard: mine.has('A') || mine.has('C') };
  }

  @Post('retry-all')
  @Answers(DeadLetterSettledView)
  @Refusals(401, 403)
  async retryAll(@CurrentActor() actor: Actor): Promise<DeadLetterSettledView> {
    return { settled: await this.letters.retryAll(actor) };
  }

  @Post(':id/retry')
  @Answers(DeadLetterSettledView)
  @Refusals(401, 403, 404, 422)
  async retry(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<DeadLetterSettledView> {
    if (!(await this.letters.retry(actor, id))) throw settledAlready();
    return { settled: 1 };
  }

  @Post(':id/discard')
  @Answers(DeadLetterSettledView)
  @Refusals(401, 403, 404, 422)
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: DeadLetterReason }) { reason }: DeadLetterReason,
  ): Promise<DeadLetterSettledView> {
    if (!(await this.letters.discard(actor, id, reason))) throw settledAlready();
    return { settled: 1 };
  }

  private async viewOf(letter: DeadLetter, actor: Actor): Promise<DeadLetterView> {
    const { id, job, queue, failure, reason, attempts, failedAt } = letter;
    return {
      ...{ id, job: job.name, jobLabel: JOB_LABEL[job.name] ?? job.name, queueLabel: QUEUE_LABEL[queue] ?? queue },
      subject: await this.subjects.of(letter, actor),
      ...{ failure, reason: JOB_FAILURE[failure].label, advice: JOB_FAILURE[failure].advice },
      ...{ technical: reason, attempts, since: failedAt.toISOString() },
    };
  }
}

const settledAlready = () => new DomainError('NOT_FOUND', 404, '此任务已不在列表中，可能有人刚处理过，请刷新查看。');
