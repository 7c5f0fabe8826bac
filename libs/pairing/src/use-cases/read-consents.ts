import { Injectable } from '@nestjs/common';
import { lettersOf, type Actor } from '@mantianxing/contracts';
import { Clock } from '@mantianxing/platform';
import { changeableUntil, mayLeaveOut, type Consent, type Introduction } from '../domain/consent';
import { ConsentRepository, type ContactReader, type NamedConsent } from '../domain/consent.repository';
import { partiesIn, type PairingMember } from '../domain/pairing';
import type { PairingStatus } from '../domain/pairing-status';
import { PairingRepository, type DeskCounts, type NamedPairing } from '../domain/pairing.repository';
import { Recusals } from './recusals';

export interface ShownConsent extends NamedConsent {
  /** Until when its answer can be taken back; null where none can. */
  changeUntil: Date | null;
}

/** A pairing with the consents of its present round. */
export interface AskedPairing extends NamedPairing {
  members: PairingMember[];
  consents: ShownConsent[];
  /** Members the next round may do without. */
  mayLeaveOut: NamedConsent[];
  /** Of the present round. */
  introduction: Introduction | null;
  /** True when the reader may read somebody's contacts now. */
  contactsOpen: boolean;
}

/** As one organization stands in it: `own` is the last time it was asked, maybe in an earlier round. */
export interface OwnPairing extends AskedPairing {
  own: ShownConsent;
}

const SHOWN = 200;

/** What parties and matchmakers see of 征询 and 引荐; callers put names of scenarios and capabilities beside it. */
@Injectable()
export class ReadConsents {
  constructor(
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
    private readonly recusals: Recusals,
  ) {}

  /** Without rights, for the worker. */
  byId(id: string): Promise<Consent | null> {
    return this.consents.byId(id);
  }

  /** All rounds of these pairings, without rights, for the worker. */
  ofPairings(pairingIds: readonly string[]): Promise<NamedConsent[]> {
    return this.consents.ofPairings(pairingIds);
  }

  /** Pairings in which the reader's unit or firm was asked, once for each of its organizations, the last asked first. */
  async ofActor(actor: Actor): Promise<OwnPairing[]> {
    const own = partiesOf(actor);
    if (own.size === 0) return [];
    return this.ownOf(await this.consents.pairingsOf([...own], SHOWN), actor);
  }

  /** One pairing as the reader's organizations stand in it; empty for pairings of others. */
  ofActorIn(actor: Actor, pairingId: string): Promise<OwnPairing[]> {
    return this.ownOf([pairingId], actor);
  }

  /** The matchmakers' desk, without what the person is recused from. `matchmakerAccountId`: only what this person formed. */
  async desk(actor: Actor, statuses: readonly PairingStatus[], matchmakerAccountId?: string): Promise<AskedPairing[]> {
    const { districtCode } = actor;
    const rows = await this.pairings.onDesk({ districtCode, statuses, matchmakerAccountId, limit: SHOWN });
    const open = await this.recusals.open(actor, rows.map((row) => ({ ...partiesIn(row), row })));
    return this.withConsents(open.map(({ row }) => row), readerOf(actor));
  }

  counts(actor: Actor): Promise<DeskCounts> {
    return this.pairings.countOnDesk(actor.districtCode, this.clock.now());
  }

  private async ownOf(pairingIds: readonly string[], actor: Actor): Promise<OwnPairing[]> {
    const parties = partiesOf(actor);
    const found = new Map((await this.pairings.byIds(pairingIds)).map((one) => [one.id, { ...one, matchmaker: '' }]));
    const rows = pairingIds.flatMap((id) => found.get(id) ?? []).filter(({ districtCode }) => districtCode === actor.districtCode);
    const all = await this.consents.ofPairings(pairingIds);
    const asked = await this.withConsents(rows, { ...readerOf(actor), asMatchmaker: false }, all);
    return asked.flatMap((pairing) => {
      const mine = all.filter(({ pairingId, organizationId }) => pairingId === pairing.id && parties.has(organizationId));
      const organizations = [...new Set(mine.map(({ organizationId }) => organizationId))];
      return organizations.map((id) => ({ ...pairing, own: this.shown(pairing, mine.find(({ organizationId }) => organizationId === id) as NamedConsent) }));
    });
  }

  private async withConsents(rows: readonly NamedPairing[], reader: ContactReader, known?: NamedConsent[]): Promise<AskedPairing[]> {
    const ids = rows.map(({ id }) => id);
    // One after the other: an answer by link reads inside its transaction, on one connection.
    const members = await this.pairings.membersOfAll(ids);
    const all = known ?? (await this.consents.ofPairings(ids));
    const introductions = await this.consents.introductionsOf(ids);
    const readable = await this.consents.readable(ids, reader);
    return rows.map((row) => {
      const consents = all.filter(({ pairingId, round }) => pairingId === row.id && round === row.round).map((one) => this.shown(row, one));
      return {
        ...row,
        members: members.filter(({ pairingId }) => pairingId === row.id),
        consents,
        mayLeaveOut: mayLeaveOut(consents, this.clock.now()),
        introduction: introductions.find(({ pairingId, round }) => pairingId === row.id && round === row.round) ?? null,
        contactsOpen: readable.has(row.id),
      };
    });
  }

  /** Answers of an earlier round led somewhere long ago. */
  private shown(pairing: NamedPairing, consent: NamedConsent): ShownConsent {
    return { ...consent, changeUntil: consent.round === pairing.round ? changeableUntil(pairing, consent, this.clock.now()) : null };
  }
}

/** Organizations for which the actor may answer. */
export function partiesOf(actor: Actor): Set<string> {
  const own = actor.memberships.map(({ organizationId }) => organizationId);
  return new Set(own.filter((id) => ['D', 'F'].some((letter) => lettersOf(actor, id).has(letter as 'D' | 'F'))));
}

/** In which capacity an actor reads contacts: MODEL.md section 4, 'other side's contacts'. */
export const readerOf = (actor: Actor): ContactReader => ({
  organizationIds: [...partiesOf(actor)],
  asMatchmaker: lettersOf(actor).has('M'),
});
