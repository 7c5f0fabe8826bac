import { Injectable } from '@nestjs/common';
import { RecipientDirectory, type Recipient } from '@mantianxing/account';
import { dayInShanghai } from '@mantianxing/platform';
import { ReadConsents, type Consent, type NamedConsent } from '@mantianxing/pairing';
import { present } from './notice-writer';
import { PairingSides, type PairingFacts } from './pairing-sides';
import { Reviewers } from './reviewers';

export interface AskedPeople {
  consent: NamedConsent;
  people: Recipient[];
  /** Where this party looks after the pairing in the portal. */
  link: string;
}

/** Parties of a pairing as its consents name them, with the people to tell. */
@Injectable()
export class ConsentFacts {
  constructor(
    private readonly consents: ReadConsents,
    private readonly sides: PairingSides,
    private readonly directory: RecipientDirectory,
    private readonly reviewers: Reviewers,
  ) {}

  async consent(id: string): Promise<Consent> {
    return present(await this.consents.byId(id), `consent ${id}`);
  }

  facts(pairingId: string): Promise<PairingFacts> {
    return this.sides.of(pairingId);
  }

  /** Everyone who was ever asked in this pairing, each organization once, by its last round. */
  async asked(pairingId: string): Promise<AskedPeople[]> {
    const seen = new Set<string>();
    const last = (await this.consents.ofPairings([pairingId])).filter(
      ({ organizationId }) => !seen.has(organizationId) && seen.add(organizationId),
    );
    return Promise.all(
      last.map(async (consent) => ({
        consent,
        people: await this.directory.membersOf(consent.organizationId),
        link: pageOf(consent, pairingId),
      })),
    );
  }

  /** The matchmaker who formed it; where there is none any more, or they are recused, all others of the district. */
  async matchmakers({ pairing }: Pick<PairingFacts, 'pairing'>): Promise<Recipient[]> {
    const firmIds = pairing.members.map(({ firmId }) => firmId);
    const all = await this.reviewers.of({ scenarioId: pairing.scenarioId, firmIds }, pairing.districtCode);
    const own = all.filter(({ accountId }) => accountId === pairing.matchmakerAccountId);
    return own.length > 0 ? own : all;
  }
}

export const pageOf = ({ side }: Pick<Consent, 'side'>, pairingId: string): string =>
  `${side === 'DEMAND' ? '/dept' : '/firm'}/pairings#${pairingId}`;
export const deskPageOf = (pairingId: string): string => `/desk/pairings#${pairingId}`;
export const dayOrNone = (moment: Date | null): string => (moment ? dayInShanghai(moment) : '');
