import { Injectable } from '@nestjs/common';
import { SimilarScenarios } from '../domain/similar-scenarios';

/** Signs scenarios written before duplicates were looked for; answers how many. For the start of their app. */
@Injectable()
export class SignScenarios {
  constructor(private readonly similar: SimilarScenarios) {}

  execute(): Promise<number> {
    return this.similar.signUnsigned();
  }
}
