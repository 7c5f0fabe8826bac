import { Injectable } from '@nestjs/common';
import { RecipientDirectory, type Recipient } from '@mantianxing/account';
import { CapabilityReader, type CapabilityRecord } from '@mantianxing/capability';
import { ReadPairings, ReadSuggestions, type PairingWithMembers } from '@mantianxing/pairing';
import type { ScenarioRecord } from '@mantianxing/scenario';
import { present } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

export interface FirmSide {
  /** The firm's capability in this pairing. */
  capability: CapabilityRecord;
  people: Recipient[];
}

export interface PairingFacts {
  pairing: PairingWithMembers;
  scenario: ScenarioRecord;
  /** People of the publishing unit. */
  unit: Recipient[];
  /** The leading firm first. */
  firms: FirmSide[];
}

/** Both sides of a pairing, with the people to tell. */
@Injectable()
export class PairingSides {
  constructor(
    private readonly pairings: ReadPairings,
    private readonly suggestions: ReadSuggestions,
    private readonly scenarios: ScenarioFacts,
    private readonly capabilities: CapabilityReader,
    private readonly directory: RecipientDirectory,
  ) {}

  async of(pairingId: string): Promise<PairingFacts> {
    const pairing = present(await this.pairings.byId(pairingId), `pairing ${pairingId}`);
    const scenario = await this.scenarios.record(pairing.scenarioId);
    const firms = await Promise.all(
      pairing.members.map(async ({ capabilityId, firmId }) => ({
        capability: present(await this.capabilities.byId(capabilityId), `capability ${capabilityId}`),
        people: await this.directory.membersOf(firmId),
      })),
    );
    return { pairing, scenario, firms, unit: await this.directory.membersOf(scenario.organizationId) };
  }

  /** What the machine said for this pairing, telling and weighty reasons first: sentences, without figures. */
  async reasonsOf({ suggestionId }: PairingWithMembers): Promise<string[]> {
    return suggestionId ? ((await this.suggestions.reasonsOf([suggestionId])).get(suggestionId) ?? []) : [];
  }
}
