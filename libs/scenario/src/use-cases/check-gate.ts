import { Injectable } from '@nestjs/common';
import type { Actor, GateCheckView, ScenarioContent } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { clarityOf } from '../domain/clarity';
import { publishGate } from '../domain/publish-gate';
import { bodyOf, contactOf, NO_CONTACT } from '../domain/scenario-content';
import { gateView } from '../domain/scenario-view';
import { ScenarioDuplicates } from './scenario-duplicates';

/** What the gate would say of a content that is still being written, and which entries it resembles. */
@Injectable()
export class CheckGate {
  constructor(
    private readonly clock: Clock,
    private readonly duplicates: ScenarioDuplicates,
  ) {}

  /** `besides`: the saved entry the content belongs to. */
  async execute(actor: Actor, content: ScenarioContent, besides?: string): Promise<GateCheckView> {
    const body = bodyOf(content);
    const input = { ...body, contact: contactOf(content) ?? NO_CONTACT };
    return {
      gate: gateView(publishGate(input, dayInShanghai(this.clock.now()))),
      clarity: clarityOf(input),
      similar: await this.duplicates.similarTo(body, actor, besides),
    };
  }
}
