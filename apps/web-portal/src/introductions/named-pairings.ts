import { Injectable } from '@nestjs/common';
import { CapabilityReader, type CapabilityRecord } from '@mantianxing/capability';
import type { AskedPairing } from '@mantianxing/pairing';
import { ScenarioReader, type ScenarioRecord } from '@mantianxing/scenario';

export interface NamedPairing<T extends AskedPairing> {
  pairing: T;
  scenario: ScenarioRecord;
  /** The lead's first. */
  members: [CapabilityRecord, ...CapabilityRecord[]];
}

/** Puts pairings together with the names of both sides, many with two queries. */
@Injectable()
export class NamedPairings {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
  ) {}

  /** In the given order; a pairing whose side has gone from the database is left out. */
  async of<T extends AskedPairing>(pairings: readonly T[]): Promise<NamedPairing<T>[]> {
    const capabilityIds = pairings.flatMap(({ members }) => members.map(({ capabilityId }) => capabilityId));
    const [scenarios, capabilities] = await Promise.all([
      this.scenarios.byIds([...new Set(pairings.map(({ scenarioId }) => scenarioId))]),
      this.capabilities.byIds([...new Set(capabilityIds)]),
    ]);
    const scenarioOf = new Map(scenarios.map((one) => [one.id, one]));
    const capabilityOf = new Map(capabilities.map((one) => [one.id, one]));
    return pairings.flatMap((pairing) => {
      const scenario = scenarioOf.get(pairing.scenarioId);
      const [lead, ...partners] = pairing.members.flatMap(({ capabilityId }) => capabilityOf.get(capabilityId) ?? []);
      return scenario && lead ? [{ pairing, scenario, members: [lead, ...partners] as const }] : [];
    }) as NamedPairing<T>[];
  }
}
