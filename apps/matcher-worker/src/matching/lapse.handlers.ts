import { Injectable } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { LapsePairings, LapseSuggestions } from '@mantianxing/pairing';
import { JobHandler } from '@mantianxing/queue';
import { isScenarioLive, isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';

/** Whether the subject is really out: an entry that has come back meanwhile keeps what it has. */
@Injectable()
export class SubjectsNow {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
  ) {}

  /** A scenario that is shut has left what has not begun, and stays in what has. */
  async hasLeft(what: 'suggestion' | 'pairing', kind: 'scenario' | 'capability', id: string): Promise<boolean> {
    if (kind === 'scenario') {
      const scenario = await this.scenarios.byId(id);
      return !scenario || !(what === 'pairing' ? isScenarioLive(scenario) : isScenarioOpen(scenario));
    }
    const capability = await this.capabilities.byId(id);
    return !capability || !isCapabilityListed(capability);
  }
}

@Injectable()
export class LapseSuggestionsHandler extends JobHandler<'lapse-suggestions'> {
  override readonly name = 'lapse-suggestions';

  constructor(
    private readonly subjects: SubjectsNow,
    private readonly lapseSuggestions: LapseSuggestions,
  ) {
    super();
  }

  override async handle({ kind, subjectId }: JobPayloads['lapse-suggestions']): Promise<Job[]> {
    if (await this.subjects.hasLeft('suggestion', kind, subjectId)) await this.lapseSuggestions.execute(kind, subjectId);
    return [];
  }
}

@Injectable()
export class LapsePairingsHandler extends JobHandler<'lapse-pairings'> {
  override readonly name = 'lapse-pairings';

  constructor(
    private readonly subjects: SubjectsNow,
    private readonly lapsePairings: LapsePairings,
  ) {
    super();
  }

  override async handle({ kind, subjectId }: JobPayloads['lapse-pairings']): Promise<Job[]> {
    if (await this.subjects.hasLeft('pairing', kind, subjectId)) await this.lapsePairings.execute(kind, subjectId);
    return [];
  }
}
