import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, dayInShanghai, ENV, WorkingDays, type Env } from '@mantianxing/platform';
import { rematch } from '../domain/rematch';
import { memberColumns, proposalKeyOf, type MatchedScenario, type Proposal, type Suggestion } from '../domain/suggestion';
import { REVIEW_WORKING_DAYS } from '../domain/suggestion-status';
import { SuggestionRepository, type SuggestionStep } from '../domain/suggestion.repository';

/** How long a notice waits for further runs over the same scenario, so that reviewers hear of them once. */
const GATHER_SECONDS = 30;
/** And no longer than this after the first of them, or runs that follow each other closely would keep it back for ever. */
const LONGEST_GATHER_SECONDS = 180;

export interface ProposeResult {
  /** Pairs newly put before a reviewer. */
  opened: number;
  lapsed: number;
}

/**
 * Writes what a matching run found for one scenario: new pairs are opened, open ones rescored, rejected ones
 * reopened only when a side changed. With `complete`, open pairs the run no longer found lapse.
 * Running it twice changes nothing the second time.
 */
@Injectable()
export class ProposePairings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
    private readonly workingDays: WorkingDays,
  ) {}

  execute(scenario: MatchedScenario, proposals: Proposal[], { complete }: { complete: boolean }): Promise<ProposeResult> {
    return this.unitOfWork.run(async () => {
      const rows = await this.suggestions.lockScenario(scenario.id);
      if (rows.some((row) => row.scenarioRevision > scenario.revision)) return { opened: 0, lapsed: 0 };
      const opened = await this.writeAll(scenario, proposals, rows);
      const lapsed = complete ? await this.lapseMissing(rows, proposals) : 0;
      const actor = systemActor(scenario.districtCode);
      const subject = { subjectId: scenario.id, revision: scenario.revision };
      if (opened.length > 0) await this.tellReviewers(scenario);
      if (lapsed > 0) {
        const ids = { scenarioId: scenario.id, lapsed };
        await this.outbox.record({ name: 'suggestion.lapsed', ...subject, ids }, actor);
      }
      return { opened: opened.length, lapsed };
    });
  }

  /**
   * One notice for a burst of runs: one that is still held is taken back, and the new one counts all that is open. The
   * burst's beginning goes with it, so that the notice goes out while runs still come.
   */
  private async tellReviewers(scenario: MatchedScenario): Promise<void> {
    const now = this.clock.now();
    const held = await this.outbox.held(scenario.id, 'suggestion.proposed');
    const isGathering = (await this.outbox.withdraw(scenario.id, 'suggestion.proposed')) > 0;
    const gatheredSince = (isGathering && held?.gatheredSince) || now.toISOString();
    const left = LONGEST_GATHER_SECONDS - Math.floor((now.getTime() - Date.parse(gatheredSince)) / 1000);
    const open = await this.suggestions.openOf('scenario', scenario.id);
    const recommended = open.filter(({ band }) => band === 'RECOMMENDED').length;
    const ids = { scenarioId: scenario.id, proposed: open.length, recommended, gatheredSince };
    await this.outbox.record(
      { name: 'suggestion.proposed', subjectId: scenario.id, revision: scenario.revision, ids },
      systemActor(scenario.districtCode),
      { holdSeconds: Math.max(0, Math.min(GATHER_SECONDS, this.env.DECISION_HOLD_SECONDS, left)) },
    );
  }

  private async writeAll(scenario: MatchedScenario, proposals: Proposal[], rows: Suggestion[]): Promise<Proposal[]> {
    const byKey = new Map(rows.map((row) => [row.memberKey, row]));
    const rejected = rows.filter((row) => row.status === 'REJECTED').map((row) => row.id);
    const reviews = await this.suggestions.lastReviews(rejected);
    const opened: Proposal[] = [];
    for (const proposal of proposals) {
      const row = byKey.get(proposalKeyOf(proposal));
      if (await this.writeOne(scenario, proposal, row, row && reviews.get(row.id))) opened.push(proposal);
    }
    return opened;
  }

  /** True when the pair now stands newly before a reviewer. */
  private async writeOne(
    scenario: MatchedScenario,
    proposal: Proposal,
    row: Suggestion | undefined,
    rejection: { reasonCode: string | null } | undefined,
  ): Promise<boolean> {
    const now = this.clock.now();
    const dueAt = await this.workingDays.after(now, REVIEW_WORKING_DAYS);
    const what = rematch(row, proposal, scenario, rejection, dayInShanghai(now));
    if (what.kind === 'leave') return false;
    if (!row || what.kind === 'propose') {
      await this.suggestions.insert(scenario, proposal, dueAt, now);
      return true;
    }
    const figures = figuresOf(scenario, proposal);
    if (what.kind === 'rescore') {
      if (what.material) await this.suggestions.move(row, figures, this.step('rescore', now));
      else await this.suggestions.refreshScore(row.id, figures);
      return false;
    }
    const reopened = { reopenedBecause: what.because, opening: what.opening, openedAt: now, dueAt, ownerRole: 'M' };
    return this.suggestions.move(row, { ...figures, ...reopened, status: 'OPEN' }, this.step('reopen', now));
  }

  private async lapseMissing(rows: Suggestion[], proposals: Proposal[]): Promise<number> {
    const found = new Set(proposals.map(proposalKeyOf));
    let lapsed = 0;
    for (const row of rows) {
      if (row.status !== 'OPEN' || found.has(row.memberKey)) continue;
      const step = this.step('lapse', this.clock.now());
      if (await this.suggestions.move(row, { status: 'LAPSED', dueAt: null, ownerRole: null }, step)) lapsed += 1;
    }
    return lapsed;
  }

  private step(event: SuggestionStep['event'], at: Date): SuggestionStep {
    return { event, actorAccountId: null, note: '', at };
  }
}

function figuresOf(scenario: MatchedScenario, proposal: Proposal): Partial<Suggestion> {
  const { score, band, reasons, missing, toVerify, scoreVersion } = proposal;
  return {
    score,
    band,
    reasons,
    missing,
    toVerify,
    scoreVersion,
    ...memberColumns(proposal),
    scenarioRevision: scenario.revision,
    scenarioDigest: scenario.digest,
  };
}
