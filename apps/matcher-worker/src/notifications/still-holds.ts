import { Injectable } from '@nestjs/common';
import type { Notification } from '@mantianxing/notification';
import { ReadPairings } from '@mantianxing/pairing';
import { ScenarioReader } from '@mantianxing/scenario';

/** In which state an entry still waits for what its message asks. */
const WAITS_IN: Record<string, string> = {
  'scenario.submitted': 'SUBMITTED',
  'scenario.returned': 'RETURNED',
  'scenario.approved': 'APPROVED',
};
const ENDED = new Set(['LAPSED', 'UNDONE']);

/**
 * A message that waited for the morning or the digest may be overtaken: nobody is asked for a step somebody has taken,
 * or told of a pairing that has ended meanwhile. Its row in the inbox stays.
 */
@Injectable()
export class StillHolds {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly pairings: ReadPairings,
  ) {}

  async of({ template, topic }: Pick<Notification, 'template' | 'topic'>): Promise<boolean> {
    const [, id = ''] = topic.split(':');
    const state = WAITS_IN[template];
    if (state && id) return (await this.scenarios.byId(id))?.status === state;
    if (template.startsWith('pairing.formed.') && id) {
      const pairing = await this.pairings.byId(id);
      return pairing !== null && !ENDED.has(pairing.status);
    }
    return true;
  }
}
