import { Injectable } from '@nestjs/common';
import type { DueKind } from '@mantianxing/contracts';
import { consentToAnswer, type Notification } from '@mantianxing/notification';
import { ReadConsents } from '@mantianxing/pairing';
import { ScenarioReader } from '@mantianxing/scenario';
import { DueFacts } from './due-facts';

/** In which state an entry still waits for what its message asks. */
const WAITS_IN: Record<string, string> = {
  'scenario.submitted': 'SUBMITTED',
  'scenario.returned': 'RETURNED',
  'scenario.approved': 'APPROVED',
};
/**
 * A message that waited for the morning or the digest may be overtaken: nobody is asked for a step somebody has taken.
 * Its row in the inbox stays.
 */
@Injectable()
export class StillHolds {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly consents: ReadConsents,
    private readonly due: DueFacts,
  ) {}

  async of({ template, topic, params }: Pick<Notification, 'template' | 'topic' | 'params'>): Promise<boolean> {
    const [, id = '', dueId = ''] = topic.split(':');
    if (template.startsWith('due.')) return (await this.due.of(id as DueKind, dueId)) !== null;
    const state = WAITS_IN[template];
    if (state && id) return (await this.scenarios.byId(id))?.status === state;
    const consentId = consentToAnswer({ template, params });
    if (consentId) return (await this.consents.byId(consentId))?.status === 'ASKED';
    return true;
  }
}
