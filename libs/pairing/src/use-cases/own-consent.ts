import { Injectable } from '@nestjs/common';
import { mayAct, type Actor } from '@mantianxing/contracts';
import { ownAmong, type Consent } from '../domain/consent';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository } from '../domain/consent.repository';
import type { Pairing } from '../domain/pairing';
import { PairingRepository } from '../domain/pairing.repository';

export interface PartyOrder {
  actor: Actor;
  pairingId: string;
  /** Absent: the one organization of the actor that was asked. */
  organizationId?: string;
  /** The round the person was shown. */
  round: number;
}

export interface AskedParty {
  pairing: Pairing;
  own: Consent;
  /** Of the present round, `own` among them. */
  all: Consent[];
}

/** What every step of a party begins with: its consent, under the pairing's lock. */
@Injectable()
export class OwnConsent {
  constructor(
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
  ) {}

  /** Inside a transaction. Throws 404 for pairings of others, 409 ANOTHER_ROUND. */
  async lock({ actor, pairingId, organizationId, round }: PartyOrder): Promise<AskedParty> {
    const pairing = await this.pairings.lock(pairingId);
    if (!pairing || pairing.districtCode !== actor.districtCode) throw CONSENT_ERRORS.notFound();
    const all = await this.consents.ofRound(pairingId, pairing.round);
    const own = ownAmong(all, (one) => mayAct(actor, [one.side === 'DEMAND' ? 'D' : 'F'], one.organizationId), organizationId);
    if (!own) throw CONSENT_ERRORS.notFound();
    if (pairing.round !== round) throw CONSENT_ERRORS.newRound();
    return { pairing, own, all };
  }
}
