import { Injectable } from '@nestjs/common';
import type { GateCheckView, ScenarioContent } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { clarityOf } from '../domain/clarity';
import { publishGate } from '../domain/publish-gate';
import { bodyOf, contactOf, NO_CONTACT } from '../domain/scenario-content';
import { gateView } from '../domain/scenario-view';

/** What the gate would say of a content that is still being written. */
@Injectable()
export class CheckGate {
  constructor(private readonly clock: Clock) {}

  execute(content: ScenarioContent): GateCheckView {
    const input = { ...bodyOf(content), contact: contactOf(content) ?? NO_CONTACT };
    return { gate: gateView(publishGate(input, dayInShanghai(this.clock.now()))), clarity: clarityOf(input) };
  }
}
