import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { ApproveSuggestion, DecisionView, RejectSuggestion, ReopenSuggestion as Reopen, VersionOnly, type Actor } from '@mantianxing/contracts';
import { ReadSuggestions, ReopenSuggestion, ReviewSuggestion, UndoDecision, type SidesNow } from '@mantianxing/pairing';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';
import { z } from 'zod';

/** Step 8 of the journey: 通过, 驳回, 撤销, 重新提出. */
@ApiTags('撮合审核')
@Controller('api/suggestions/:id')
export class ReviewPairingController {
  constructor(
    private readonly suggestions: ReadSuggestions,
    private readonly review: ReviewSuggestion,
    private readonly undoDecision: UndoDecision,
    private readonly reopenSuggestion: ReopenSuggestion,
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
  ) {}

  @Post('approve')
  @Answers(DecisionView)
  @Refusals(401, 403, 404, 409, 422)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) suggestionId: string,
    @Body({ schema: ApproveSuggestion }) { version, note = '' }: ApproveSuggestion,
  ): Promise<DecisionView> {
    const sides = await this.sidesNow(actor, suggestionId);
    return this.review.approve({ actor, suggestionId, version, note }, sides);
  }

  @Post('reject')
  @Answers(DecisionView)
  @Refusals(401, 403, 404, 409, 422)
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) suggestionId: string,
    @Body({ schema: RejectSuggestion }) { version, reasonCode, note = '' }: RejectSuggestion,
  ): Promise<DecisionView> {
    return this.review.reject({ actor, suggestionId, version, note }, reasonCode);
  }

  @Post('undo')
  @Answers(DecisionView)
  @Refusals(401, 403, 404, 409, 422)
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) suggestionId: string,
    @Body({ schema: VersionOnly }) { version }: VersionOnly,
  ): Promise<DecisionView> {
    return this.undoDecision.execute(actor, suggestionId, version);
  }

  @Post('reopen')
  @Answers(DecisionView)
  @Refusals(401, 403, 404, 409, 422)
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) suggestionId: string,
    @Body({ schema: Reopen }) { version, note }: Reopen,
  ): Promise<DecisionView> {
    const sides = await this.sidesNow(actor, suggestionId);
    return this.reopenSuggestion.execute({ actor, suggestionId, version, note }, sides);
  }

  /** Whether both sides are still open, read in this moment: the pairing lib may not know the other two. */
  private async sidesNow(actor: Actor, suggestionId: string): Promise<SidesNow> {
    const { scenarioId, capabilityIds } = await this.suggestions.one(actor, suggestionId);
    const [scenario, capabilities] = await Promise.all([
      this.scenarios.byId(scenarioId),
      this.capabilities.byIds(capabilityIds),
    ]);
    return {
      scenarioLive: scenario !== null && isScenarioOpen(scenario),
      capabilityLive: capabilities.length === capabilityIds.length && capabilities.every(isCapabilityListed),
    };
  }
}
