import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { isGroupEvent, RecordGroupNews, type GroupParams } from '@mantianxing/notification';
import { ReadPairings } from '@mantianxing/pairing';
import { isScenarioListed } from '@mantianxing/scenario';
import { present } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** What groups are told of an event: counts, and the name of an entry that is public. */
@Injectable()
export class GroupNews {
  constructor(
    private readonly record: RecordGroupNews,
    private readonly scenarios: ScenarioFacts,
    private readonly pairings: ReadPairings,
  ) {}

  async tell(event: StoredEvent): Promise<void> {
    const { name, eventId } = event;
    if (!isGroupEvent(name)) return;
    const districtCode = await this.districtOf(event);
    await this.record.execute({ eventId, name, districtCode }, () => this.paramsOf(event));
  }

  private async districtOf(event: StoredEvent): Promise<string> {
    if (event.name === 'introduction.made' || event.name === 'pairing.stalled') {
      const pairingId = event.name === 'introduction.made' ? event.ids.pairingId : event.subjectId;
      return present(await this.pairings.byId(pairingId), `pairing ${pairingId}`).districtCode;
    }
    return (await this.scenarios.record(event.name === 'suggestion.proposed' ? event.ids.scenarioId : event.subjectId)).districtCode;
  }

  private async paramsOf(event: StoredEvent): Promise<GroupParams> {
    if (event.name === 'suggestion.proposed') return { open: event.ids.proposed };
    if (event.name === 'scenario.submitted') {
      const waiting = await this.scenarios.intake(event.subjectId, 'SUBMITTED');
      return waiting?.dueDay ? { dueDay: waiting.dueDay } : {};
    }
    if (event.name !== 'scenario.published') return {};
    const scenario = await this.scenarios.record(event.subjectId);
    return isScenarioListed(scenario) ? { title: scenario.title } : {};
  }
}
