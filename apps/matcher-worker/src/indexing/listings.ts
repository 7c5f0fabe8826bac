import { Injectable } from '@nestjs/common';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { isScenarioListed, ScenarioReader, type ScenarioRecord } from '@mantianxing/scenario';
import {
  capabilityDocument,
  scenarioDocument,
  type CapabilityDocument,
  type RebuildSource,
  type ScenarioDocument,
} from '@mantianxing/search';
import { capabilityProfile, scenarioProfile } from '../matching/profiles';

const documentOf = (record: ScenarioRecord): ScenarioDocument =>
  scenarioDocument({ ...record, profile: scenarioProfile(record) });

/** The rows as documents: the truth that the index copies. Internal scenarios never get this far. */
@Injectable()
export class ScenarioListings implements RebuildSource<'scenario'> {
  readonly kind = 'scenario';

  constructor(private readonly scenarios: ScenarioReader) {}

  async page(afterId: string | null, limit: number): Promise<ScenarioDocument[]> {
    return (await this.scenarios.publishedPage(afterId, limit)).map(documentOf);
  }

  async byIds(ids: string[]): Promise<ScenarioDocument[]> {
    return (await this.scenarios.byIds(ids)).filter(isScenarioListed).map(documentOf);
  }
}

@Injectable()
export class CapabilityListings implements RebuildSource<'capability'> {
  readonly kind = 'capability';

  constructor(private readonly capabilities: CapabilityReader) {}

  async page(afterId: string | null, limit: number): Promise<CapabilityDocument[]> {
    const records = await this.capabilities.publishedPage(afterId, limit);
    return records.map((record) => capabilityDocument({ ...record, profile: capabilityProfile(record) }));
  }

  async byIds(ids: string[]): Promise<CapabilityDocument[]> {
    const records = (await this.capabilities.byIds(ids)).filter(isCapabilityListed);
    return records.map((record) => capabilityDocument({ ...record, profile: capabilityProfile(record) }));
  }
}
