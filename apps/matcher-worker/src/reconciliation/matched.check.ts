import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CapabilityReader } from '@mantianxing/capability';
import { jobOf, type Job } from '@mantianxing/contracts';
import { MatchMarks, type MatchMark } from '@mantianxing/matching';
import { JobLedger } from '@mantianxing/outbox';
import { JobQueue } from '@mantianxing/queue';
import { isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';
import { MatcherInForce } from '../statistics/matcher-in-force';
import { hasSettled, nothingFound, PromiseCheck, type Findings } from './promise-check';
import { withoutUnfinished } from './without-unfinished';

interface Content {
  id: string;
  revision: number;
  matchDigest: string;
  updatedAt: Date;
}

const isBehind = (row: Content, mark: MatchMark | undefined): boolean =>
  !mark || mark.revision < row.revision || mark.digest !== row.matchDigest;

/** Every open scenario has been matched as it stands now, by the matcher in force. */
@Injectable()
export class ScenariosMatchedCheck extends PromiseCheck {
  override readonly name = 'match-scenarios';
  override readonly label = '开放中的场景都按现有内容匹配过';

  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly marks: MatchMarks,
    private readonly matcher: MatcherInForce,
    private readonly ledger: JobLedger,
    private readonly jobs: JobQueue,
  ) {
    super();
  }

  override async look(now: Date): Promise<Findings> {
    if (await isRebuilding(this.ledger)) return nothingFound(0, '索引正在重建，之后全部重新匹配');
    const marks = new Map((await this.marks.all('scenario')).map((mark) => [mark.subjectId, mark]));
    const rows = (await this.scenarios.liveMarks()).filter(isScenarioOpen);
    const { version } = this.matcher.now();
    const behind = rows.filter((row) => {
      const mark = marks.get(row.id);
      return (isBehind(row, mark) || (mark?.madeBy !== '' && mark?.madeBy !== version)) && hasSettled(row.updatedAt, now);
    });
    // Not indexed yet: matching follows by itself.
    const indexing = await this.ledger.unfinished(behind.map(({ id, revision }) => indexScenario(id, revision)));
    const ready = behind.filter(({ id }) => !indexing.has(`index-scenario_${id}`));
    const asks = ready.map(({ id, revision }) => jobOf('match-scenario', { eventId: randomUUID(), scenarioId: id, revision }));
    return asked(this.ledger, this.jobs, rows.length, asks);
  }
}

/** Every published capability has met the open scenarios as it stands now. */
@Injectable()
export class CapabilitiesMatchedCheck extends PromiseCheck {
  override readonly name = 'match-capabilities';
  override readonly label = '已发布的能力都按现有内容匹配过';

  constructor(
    private readonly capabilities: CapabilityReader,
    private readonly marks: MatchMarks,
    private readonly ledger: JobLedger,
    private readonly jobs: JobQueue,
  ) {
    super();
  }

  /** The matcher's version does not count here: after a change of it every scenario is matched, which meets all pairs. */
  override async look(now: Date): Promise<Findings> {
    if (await isRebuilding(this.ledger)) return nothingFound(0, '索引正在重建，之后全部重新匹配');
    const marks = new Map((await this.marks.all('capability')).map((mark) => [mark.subjectId, mark]));
    const rows = await this.capabilities.publishedMarks();
    const behind = rows.filter((row) => isBehind(row, marks.get(row.id)) && hasSettled(row.updatedAt, now));
    const indexing = await this.ledger.unfinished(behind.map(({ id, revision }) => indexCapability(id, revision)));
    const ready = behind.filter(({ id }) => !indexing.has(`index-capability_${id}`));
    const asks = ready.map(({ id, revision }) => jobOf('match-capability', { eventId: randomUUID(), capabilityId: id, revision }));
    return asked(this.ledger, this.jobs, rows.length, asks);
  }
}

const indexScenario = (scenarioId: string, revision: number): Job => jobOf('index-scenario', { eventId: '', scenarioId, revision });
const indexCapability = (capabilityId: string, revision: number): Job => jobOf('index-capability', { eventId: '', capabilityId, revision });

async function isRebuilding(ledger: JobLedger): Promise<boolean> {
  return (await ledger.unfinished([jobOf('rebuild-index', { eventId: '' })])).size > 0;
}

async function asked(ledger: JobLedger, jobs: JobQueue, compared: number, asks: Job[]): Promise<Findings> {
  const lost = await withoutUnfinished(ledger, asks);
  return { compared, found: lost.length, mend: async () => (await jobs.add(lost), lost.length) };
}
