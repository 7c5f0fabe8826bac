import { Injectable } from '@nestjs/common';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { ProfileSource, type CapabilityProfile, type ScenarioProfile } from '@mantianxing/matching';
import { isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';
import { capabilityProfile, scenarioProfile } from './profiles';

/** Engines propose, rows decide: what is no longer open is left out here, whatever an index still holds. */
@Injectable()
export class RecordProfileSource extends ProfileSource {
  constructor(
    private readonly scenarioReader: ScenarioReader,
    private readonly capabilityReader: CapabilityReader,
  ) {
    super();
  }

  override async capabilities(ids: readonly string[]): Promise<CapabilityProfile[]> {
    return (await this.capabilityReader.byIds([...ids])).filter(isCapabilityListed).map(capabilityProfile);
  }

  override async scenarios(ids: readonly string[]): Promise<ScenarioProfile[]> {
    return (await this.scenarioReader.byIds([...ids])).filter(isScenarioOpen).map(scenarioProfile);
  }
}
