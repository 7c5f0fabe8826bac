import { Injectable } from '@nestjs/common';
import { CapabilityReader, isCapabilityListed, type CapabilityRecord } from '@mantianxing/capability';
import type { EmbeddedKind, EntryToEmbed } from '@mantianxing/matching';
import { isScenarioListed, ScenarioReader, type ScenarioRecord } from '@mantianxing/scenario';
import { capabilityProfile, scenarioProfile } from '../matching/profiles';

/** What may go to an embedder: only what everybody may read. Internal scenarios are never among it. */
@Injectable()
export class PublishedEntries {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
  ) {}

  async byId(kind: EmbeddedKind, id: string): Promise<EntryToEmbed<EmbeddedKind> | null> {
    if (kind === 'scenario') {
      const scenario = await this.scenarios.byId(id);
      return scenario && isScenarioListed(scenario) ? scenarioEntry(scenario) : null;
    }
    const capability = await this.capabilities.byId(id);
    return capability && isCapabilityListed(capability) ? capabilityEntry(capability) : null;
  }

  async page(kind: EmbeddedKind, afterId: string | null, limit: number): Promise<EntryToEmbed<EmbeddedKind>[]> {
    if (kind === 'scenario') return (await this.scenarios.publishedPage(afterId, limit)).map(scenarioEntry);
    return (await this.capabilities.publishedPage(afterId, limit)).map(capabilityEntry);
  }

  count(kind: EmbeddedKind): Promise<number> {
    return (kind === 'scenario' ? this.scenarios : this.capabilities).countPublished();
  }
}

const scenarioEntry = (record: ScenarioRecord): EntryToEmbed<'scenario'> => ({ profile: scenarioProfile(record), revision: record.revision });
const capabilityEntry = (record: CapabilityRecord): EntryToEmbed<'capability'> => ({ profile: capabilityProfile(record), revision: record.revision });
