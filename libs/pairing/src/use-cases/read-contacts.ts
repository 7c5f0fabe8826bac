import { Injectable } from '@nestjs/common';
import type { Actor, ContactListView, ContactView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository, type ReleasedContact } from '../domain/consent.repository';
import { partiesIn } from '../domain/pairing';
import { PairingRepository } from '../domain/pairing.repository';
import { readerOf } from './read-consents';
import { Recusals } from './recusals';

/**
 * The other side's contacts, on the word of an open release alone. Every reading leaves a row before anything is
 * answered. Throws CONTACTS_NOT_FOUND (404) whatever the cause: a stranger learns nothing of the pairing.
 */
@Injectable()
export class ReadContacts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
    private readonly recusals: Recusals,
  ) {}

  execute(actor: Actor, pairingId: string): Promise<ContactListView> {
    return this.unitOfWork.run(async () => {
      // Waits for a revocation under way: what is hidden at once is not read a moment later.
      const pairing = await this.pairings.lock(pairingId);
      if (!pairing || pairing.districtCode !== actor.districtCode) throw CONSENT_ERRORS.noContacts();
      const reader = readerOf(actor);
      const asMatchmaker = reader.asMatchmaker && !(await this.recusals.isRecused(actor, partiesIn(pairing)));
      const contacts = await this.consents.readContacts(pairingId, { ...reader, asMatchmaker }, actor.accountId, this.clock.now());
      if (contacts.length === 0) throw CONSENT_ERRORS.noContacts();
      return { items: contacts.map(contactView) };
    });
  }
}

function contactView({ organizationName, side, name, post, phone, email, since }: ReleasedContact): ContactView {
  return {
    organizationName,
    side,
    ...(name && { name }),
    ...(post && { post }),
    ...(phone && { phone }),
    ...(email && { email }),
    since: since.toISOString(),
  };
}
