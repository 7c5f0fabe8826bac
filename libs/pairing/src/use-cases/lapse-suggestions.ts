import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { SuggestionRepository } from '../domain/suggestion.repository';

/** A side has left: its open suggestions lapse, told once per scenario. Nothing to do the second time. */
@Injectable()
export class LapseSuggestions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(kind: 'scenario' | 'capability', subjectId: string): Promise<number> {
    return this.unitOfWork.run(async () => {
      const lapsed = new Map<string, { count: number; revision: number; districtCode: string }>();
      for (const row of await this.suggestions.undecidedOf(kind, subjectId)) {
        const step = { event: 'lapse' as const, actorAccountId: null, note: '', at: this.clock.now() };
        const moved = await this.suggestions.move(row, { status: 'LAPSED', dueAt: null, ownerRole: null }, step);
        if (!moved) continue;
        const { count = 0 } = lapsed.get(row.scenarioId) ?? {};
        lapsed.set(row.scenarioId, { count: count + 1, revision: row.scenarioRevision, districtCode: row.districtCode });
      }
      for (const [scenarioId, { count, revision, districtCode }] of lapsed) {
        const ids = { scenarioId, lapsed: count, left: kind };
        await this.outbox.record(
          { name: 'suggestion.lapsed', subjectId: scenarioId, revision, ids },
          systemActor(districtCode),
        );
      }
      return [...lapsed.values()].reduce((sum, { count }) => sum + count, 0);
    });
  }
}
