import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { isGroupEvent, RecordGroupNews, type GroupParams } from '@mantianxing/notification';
import { ScenarioFacts } from './scenario-facts';

/** What groups are told of an event: counts, and the name of an entry that is public. */
@Injectable()
export class GroupNews {
  constructor(
    private readonly record: RecordGroupNews,
    private readonly scenarios: ScenarioFacts,
  ) {}

  async tell(event: StoredEvent): Promise<void> {
    const { name, eventId } = event;
    if (!isGroupEvent(name)) return;
    const scenarioId = event.name === 'suggestion.proposed' ? event.ids.scenarioId : event.subjectId;
    const { districtCode } = await this.scenarios.record(scenarioId);
    await this.record.execute({ eventId, name, districtCode }, () => this.paramsOf(event, scenarioId));
  }

  private async paramsOf(event: StoredEvent, scenarioId: string): Promise<GroupParams> {
    if (event.name === 'suggestion.proposed') return { open: event.ids.proposed };
    const { title, status, visibility } = await this.scenarios.record(scenarioId);
    if (event.name === 'scenario.published') return status === 'PUBLISHED' && visibility === 'PUBLIC' ? { title } : {};
    const waiting = await this.scenarios.intake(scenarioId, 'SUBMITTED');
    return waiting?.dueDay ? { dueDay: waiting.dueDay } : {};
  }
}
