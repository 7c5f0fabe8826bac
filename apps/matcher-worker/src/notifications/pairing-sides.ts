import { Injectable } from '@nestjs/common';
import type { ReasonKind } from '@mantianxing/contracts';
import { RecipientDirectory, type Recipient } from '@mantianxing/account';
import { CapabilityReader, type CapabilityRecord } from '@mantianxing/capability';
import { ReadPairings, ReadSuggestions, type PairingWithMembers } from '@mantianxing/pairing';
import type { ScenarioRecord } from '@mantianxing/scenario';
import { present } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

/** Reasons that hold for many pairs alike: true, but nobody is convinced by them first. */
const GENERAL: ReadonlySet<ReasonKind> = new Set<ReasonKind>(['SECTOR', 'TAG', 'GENERAL_USE', 'LOCAL', 'SIZE', 'EMBEDDING']);

/** Who covers what first, then what is telling. */
const placeOf = (kind: ReasonKind): number => (kind === 'CONSORTIUM' ? 0 : GENERAL.has(kind) ? 2 : 1);

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
  async reasonsOf({ districtCode, scenarioId, suggestionId }: PairingWithMembers): Promise<string[]> {
    const rows = await this.suggestions.ofScenario(districtCode, scenarioId);
    const reasons = rows.find(({ id }) => id === suggestionId)?.reasons ?? [];
    return reasons
      .filter(({ kind, contribution }) => contribution > 0 || kind === 'CONSORTIUM')
      .sort((a, b) => placeOf(a.kind) - placeOf(b.kind) || b.contribution - a.contribution)
      .map(({ sentence }) => sentence);
  }
}
