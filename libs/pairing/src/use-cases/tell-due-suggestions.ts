import { Injectable } from '@nestjs/common';
import { DueNotices } from '@mantianxing/outbox';
import { SuggestionRepository } from '../domain/suggestion.repository';

/** Reviewers are told on the day suggestions are due, once for all of a scenario, the coordinator two weeks later. */
@Injectable()
export class TellDueSuggestions {
  constructor(
    private readonly suggestions: SuggestionRepository,
    private readonly notices: DueNotices,
  ) {}

  /** Answers how many were told. */
  execute(now: Date): Promise<number> {
    return this.notices.tell('suggestion', this.suggestions, now);
  }
}
