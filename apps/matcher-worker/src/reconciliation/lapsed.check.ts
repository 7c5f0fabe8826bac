import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { jobOf, type Job } from '@mantianxing/contracts';
import { JobLedger } from '@mantianxing/outbox';
import { FindOpenSides, type OpenSides } from '@mantianxing/pairing';
import { JobQueue } from '@mantianxing/queue';
import { isScenarioLive, isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';
import { hasSettled, PromiseCheck, type Findings } from './promise-check';
import { withoutUnfinished } from './without-unfinished';

type Side = { kind: 'scenario' | 'capability'; subjectId: string };

/** What stands on an entry ends when the entry leaves. */
@Injectable()
export class SidesThatLeft {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
  ) {}

  /** Of these, the entries that are no longer open, and not only since a moment ago. */
  async among(job: 'lapse-suggestions' | 'lapse-pairings', { scenarioIds, capabilityIds }: OpenSides, now: Date): Promise<Side[]> {
    // A shut scenario keeps what was begun, and nothing else.
    const holds = job === 'lapse-pairings' ? isScenarioLive : isScenarioOpen;
    const live = new Set((await this.scenarios.liveMarks()).filter(holds).map(({ id }) => id));
    const listed = new Set((await this.capabilities.publishedMarks()).map(({ id }) => id));
    const scenarios = await this.scenarios.byIds(scenarioIds.filter((id) => !live.has(id)));
    const capabilities = await this.capabilities.byIds(capabilityIds.filter((id) => !listed.has(id)));
    return [
      ...scenarios.filter((row) => !holds(row) && hasSettled(row.updatedAt, now)).map(({ id }) => ({ kind: 'scenario' as const, subjectId: id })),
      ...capabilities.filter((row) => !isCapabilityListed(row) && hasSettled(row.updatedAt, now)).map(({ id }) => ({ kind: 'capability' as const, subjectId: id })),
    ];
  }
}

abstract class LapsedCheck extends PromiseCheck {
  protected abstract readonly job: 'lapse-suggestions' | 'lapse-pairings';

  constructor(
    protected readonly openSides: FindOpenSides,
    private readonly left: SidesThatLeft,
    private readonly ledger: JobLedger,
    private readonly jobs: JobQueue,
  ) {
    super();
  }

  protected abstract open(): Promise<OpenSides>;

  override async look(now: Date): Promise<Findings> {
    const open = await this.open();
    const asks = (await this.left.among(this.job, open, now)).map((side) => jobOf(this.job, { eventId: randomUUID(), ...side, revision: 0 }) as Job);
    const lost = await withoutUnfinished(this.ledger, asks);
    const compared = open.scenarioIds.length + open.capabilityIds.length;
    return { compared, found: lost.length, mend: async () => (await this.jobs.add(lost), lost.length) };
  }
}

@Injectable()
export class SuggestionsLapsedCheck extends LapsedCheck {
  override readonly name = 'lapse-suggestions';
  override readonly label = '一方已退出的建议都已失效';
  protected override readonly job = 'lapse-suggestions';

  constructor(openSides: FindOpenSides, left: SidesThatLeft, ledger: JobLedger, jobs: JobQueue) {
    super(openSides, left, ledger, jobs);
  }

  protected override open(): Promise<OpenSides> {
    return this.openSides.ofSuggestions();
  }
}

@Injectable()
export class PairingsLapsedCheck extends LapsedCheck {
  override readonly name = 'lapse-pairings';
  override readonly label = '一方已退出的配对都已结束征询';
  protected override readonly job = 'lapse-pairings';

  constructor(openSides: FindOpenSides, left: SidesThatLeft, ledger: JobLedger, jobs: JobQueue) {
    super(openSides, left, ledger, jobs);
  }

  protected override open(): Promise<OpenSides> {
    return this.openSides.ofPairings();
  }
}
