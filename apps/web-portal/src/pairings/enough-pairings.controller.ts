import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HeldView, type Actor } from '@mantianxing/contracts';
import { HoldSuggestions } from '@mantianxing/pairing';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

/** 够了，停止本场景: what is still open of a scenario rests, and comes back. */
@ApiTags('撮合审核')
@Controller('api/suggestions/of/:scenarioId')
export class EnoughPairingsController {
  constructor(private readonly suggestions: HoldSuggestions) {}

  @Post('hold')
  @Answers(HeldView)
  @Refusals(401, 403, 404, 409, 422)
  async hold(@CurrentActor() actor: Actor, @Param('scenarioId', { schema: z.uuid() }) scenarioId: string): Promise<HeldView> {
    return { rows: await this.suggestions.hold(actor, scenarioId) };
  }

  @Post('release')
  @Answers(HeldView)
  @Refusals(401, 403, 404, 422)
  async release(@CurrentActor() actor: Actor, @Param('scenarioId', { schema: z.uuid() }) scenarioId: string): Promise<HeldView> {
    return { rows: await this.suggestions.release(actor, scenarioId) };
  }
}
