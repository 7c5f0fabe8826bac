import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeclaredRecusalView, RecusalListView, RecuseFromSuggestion, type Actor } from '@mantianxing/contracts';
import { DeclareRecusal, EndRecusal, Recusals } from '@mantianxing/pairing';
import { Answers, AnswersNothing, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

/** 回避: a matchmaker with an interest in one of the parties steps back, and others go on. */
@ApiTags('撮合审核')
@Controller('api')
export class RecusalsController {
  constructor(
    private readonly declareRecusal: DeclareRecusal,
    private readonly endRecusal: EndRecusal,
    private readonly recusals: Recusals,
  ) {}

  @Post('suggestions/:id/recuse')
  @HttpCode(200)
  @Answers(DeclaredRecusalView)
  @Refusals(401, 403, 404, 422)
  declare(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) suggestionId: string,
    @Body({ schema: RecuseFromSuggestion }) { firmId, reason }: RecuseFromSuggestion,
  ): Promise<DeclaredRecusalView> {
    return this.declareRecusal.execute({ actor, suggestionId, firmId, reason });
  }

  @Get('recusals')
  @Answers(RecusalListView)
  @Refusals(401, 403)
  async list(@CurrentActor() actor: Actor): Promise<RecusalListView> {
    const rows = await this.recusals.list(actor);
    return {
      items: rows.map(({ id, person, organizationName, reason, declaredAt, endedAt, endedBy, canEnd }) => ({
        ...{ id, person, organizationName, reason, declaredAt: declaredAt.toISOString(), canEnd },
        ...(endedAt && { endedAt: endedAt.toISOString(), endedBy }),
      })),
    };
  }

  @Post('recusals/:id/end')
  @AnswersNothing()
  @Refusals(401, 403, 404, 422)
  end(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.endRecusal.execute(actor, id);
  }
}
