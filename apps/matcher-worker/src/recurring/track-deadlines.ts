import { Injectable } from '@nestjs/common';
import { ReadPairings } from '@mantianxing/pairing';
import { dayInShanghai } from '@mantianxing/platform';
import { NO_TALKS, ScenarioReader, stepFromTalks, TrackScenario } from '@mantianxing/scenario';
import { RecurringTask } from './recurring-task';

/** The day after its deadline an entry is shut, or at an end where nothing of it is open. */
@Injectable()
export class TrackDeadlines extends RecurringTask {
  override readonly name = 'track-deadlines';
  override readonly everySeconds = 600;

  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly pairings: ReadPairings,
    private readonly track: TrackScenario,
  ) {
    super();
  }

  override async run(now: Date): Promise<number> {
    const today = dayInShanghai(now);
    const over = (await this.scenarios.liveMarks()).filter(({ deadline }) => deadline !== null && deadline < today);
    if (over.length === 0) return 0;
    const talks = new Map((await this.pairings.talks()).map((one) => [one.scenarioId, one]));
    let moved = 0;
    for (const { id, ...mark } of over) {
      if (!stepFromTalks(mark, talks.get(id) ?? NO_TALKS, today)) continue;
      if (await this.track.execute(id, () => this.pairings.talksOf(id))) moved += 1;
    }
    return moved;
  }
}
