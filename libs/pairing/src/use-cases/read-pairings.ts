import { Injectable } from '@nestjs/common';
import type { Pairing, PairingMember } from '../domain/pairing';
import { PairingRepository, type ScenarioTalks } from '../domain/pairing.repository';

export interface PairingWithMembers extends Pairing {
  members: PairingMember[];
}

/** Reading without rights, for the worker: callers decide who is told what. */
@Injectable()
export class ReadPairings {
  constructor(private readonly pairings: PairingRepository) {}

  async byId(id: string): Promise<PairingWithMembers | null> {
    const pairing = await this.pairings.byId(id);
    return pairing && { ...pairing, members: await this.pairings.membersOf(id) };
  }

  /** Of every scenario that has had a pairing. */
  talks(): Promise<ScenarioTalks[]> {
    return this.pairings.talks();
  }

  async talksOf(scenarioId: string): Promise<Pick<ScenarioTalks, 'open' | 'introduced'>> {
    const [talks = { open: 0, introduced: 0 }] = await this.pairings.talks(scenarioId);
    return talks;
  }

  async ofScenario(scenarioId: string): Promise<PairingWithMembers[]> {
    const pairings = await this.pairings.ofScenario(scenarioId);
    return Promise.all(pairings.map(async (one) => ({ ...one, members: await this.pairings.membersOf(one.id) })));
  }
}
