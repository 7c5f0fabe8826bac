import { Injectable } from '@nestjs/common';
import { DueNotices } from '@mantianxing/outbox';
import { ScenarioRepository } from '../domain/scenario.repository';

/** Whoever has to take the next step on an entry is told on the day it is due, the coordinator two weeks later. */
@Injectable()
export class TellDueScenarios {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly notices: DueNotices,
  ) {}

  /** Answers how many were told. */
  execute(now: Date): Promise<number> {
    return this.notices.tell('scenario', this.scenarios, now);
  }
}
