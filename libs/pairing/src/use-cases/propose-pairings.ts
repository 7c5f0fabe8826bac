import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, dayInShanghai, WorkingDays } from '@mantianxing/platform';
import { rematch, type LastOutcome } from '../domain/rematch';
import { memberColumns, proposalKeyOf, type MatchedScenario, type Proposal, type Suggestion } from '../domain/suggestion';
import { REVIEW_WORKING_DAYS, UNDECIDED } from '../domain/suggestion-status';
import { SuggestionRepository, type SuggestionStep } from '../domain/suggestion.repository';
import { HoldSteps } from './hold-steps';
import { TellReviewers } from './tell-reviewers';

export interface ProposeResult {
  /** Pairs newly put before a reviewer. */
  opened: number;
  lapsed: number;
}

/**
 * Writes what a matching run found for one scenario: new pairs are opened, open ones rescored, rejected ones and those
 * whose pairing is over reopened only when a side changed. With `complete`, undecided pairs the run no longer found lapse.
 * What is found for a scenario at rest (够了) rests with it, and all of it is taken up once too few are left. Running it twice changes nothing the second time.
 */
@Injectable()
export class ProposePairings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly reviewers: TellReviewers,
    private readonly workingDays: WorkingDays,
    private readonly holds: HoldSteps,
  ) {}

  execute(scenario: MatchedScenario, proposals: Proposal[], { complete }: { complete: boolean }): Promise<ProposeResult> {
    return this.unitOfWork.run(async () => {
      const rows = await this.suggestions.lockScenario(scenario.id);
      if (rows.some((row) => row.scenarioRevision > scenario.revision)) return { opened: 0, lapsed: 0 };
      const opened = await this.writeAll(scenario, proposals, rows);
      const lapsed = complete ? await this.lapseMissing(rows, proposals) : 0;
      const actor = systemActor(scenario.districtCode);
      const subject = { subjectId: scenario.id, revision: scenario.revision };
      const rests = await this.holds.settle(rows, actor);
      if (opened.length > 0) await (rests ? this.holdOpened(scenario.id, opened, actor) : this.reviewers.tell(scenario));
      if (lapsed > 0) {
        const ids = { scenarioId: scenario.id, lapsed };
        await this.outbox.record({ name: 'suggestion.lapsed', ...subject, ids }, actor);
      }
      return { opened: rests ? 0 : opened.length, lapsed };
    });
  }

  private async holdOpened(scenarioId: string, opened: readonly Proposal[], actor: Actor): Promise<void> {
    const keys = new Set(opened.map(proposalKeyOf));
    const undecided = await this.suggestions.undecidedOf('scenario', scenarioId);
    await this.holds.hold(undecided.filter(({ memberKey }) => keys.has(memberKey)), actor);
  }

  private async writeAll(scenario: MatchedScenario, proposals: Proposal[], rows: Suggestion[]): Promise<Proposal[]> {
    const byKey = new Map(rows.map((row) => [row.memberKey, row]));
    const inState = (status: Suggestion['status']) => rows.filter((row) => row.status === status).map((row) => row.id);
    const rejected = await this.suggestions.lastReviews(inState('REJECTED'));
    const ended = await this.suggestions.endedPairings(inState('APPROVED'));
    const opened: Proposal[] = [];
    for (const proposal of proposals) {
      const row = byKey.get(proposalKeyOf(proposal));
      if (await this.writeOne(scenario, proposal, row, row && (rejected.get(row.id) ?? ended.get(row.id)))) opened.push(proposal);
    }
    return opened;
  }

  /** True when the pair now stands newly before a reviewer. */
  private async writeOne(
    scenario: MatchedScenario,
    proposal: Proposal,
    row: Suggestion | undefined,
    last: LastOutcome | undefined,
  ): Promise<boolean> {
    const now = this.clock.now();
    const dueAt = await this.workingDays.after(now, REVIEW_WORKING_DAYS);
    const what = rematch(row, proposal, scenario, last, dayInShanghai(now));
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
      if (!UNDECIDED.includes(row.status) || found.has(row.memberKey)) continue;
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
