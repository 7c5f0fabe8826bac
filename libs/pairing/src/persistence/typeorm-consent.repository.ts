import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { Consent, Introduction } from '../domain/consent';
import {
  ConsentRepository,
  type ConsentStep,
  type ContactReader,
  type NamedConsent,
  type NewConsent,
  type ReleasedContact,
} from '../domain/consent.repository';
import { ConsentEntity, ConsentHistoryEntity, IntroductionEntity } from './consent.entities';
import { closeReleases, openReleases, recordReads, release } from './contact-releases';

@Injectable()
export class TypeormConsentRepository extends ConsentRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async ask(consents: readonly NewConsent[]): Promise<string[]> {
    const rows = consents.map((one) => ({
      ...one,
      ...{ status: 'ASKED' as const, ownerRole: 'X', createdAt: one.askedAt, updatedAt: one.askedAt },
    }));
    const { identifiers } = await this.manager.insert(ConsentEntity, rows);
    const ids = identifiers.map(({ id }) => id as string);
    await this.manager.insert(
      ConsentHistoryEntity,
      ids.map((consentId, index) => ({
        ...{ consentId, version: 1, event: 'ask', fromStatus: null, toStatus: 'ASKED', note: '' },
        at: consents[index]?.askedAt,
      })),
    );
    return ids;
  }

  override byId(id: string): Promise<Consent | null> {
    return this.manager.findOneBy(ConsentEntity, { id });
  }

  override ofRound(pairingId: string, round: number): Promise<Consent[]> {
    return this.manager.find(ConsentEntity, { where: { pairingId, round }, order: { side: 'ASC', isLead: 'DESC', id: 'ASC' } });
  }

  override async ofPairings(pairingIds: readonly string[]): Promise<NamedConsent[]> {
    if (pairingIds.length === 0) return [];
    const consents = await this.manager.find(ConsentEntity, {
      where: { pairingId: In([...pairingIds]) },
      order: { round: 'DESC', side: 'ASC', isLead: 'DESC', id: 'ASC' },
    });
    const names = await this.manager.query<{ id: string; organization: string; person: string }[]>(
      `select c.id, o.name as organization, case when c.answered_by is null then '' else coalesce(p.name, '已注销用户') end as person
       from pairing.consent c join organization.organization o on o.id = c.organization_id
       left join account.account a on a.id = c.answered_by left join account.person p on p.id = a.person_id
       where c.pairing_id = any($1)`,
      [pairingIds],
    );
    const nameOf = new Map(names.map((one) => [one.id, one]));
    return consents.map((consent) => ({
      ...consent,
      organizationName: nameOf.get(consent.id)?.organization ?? '',
      answeredByName: nameOf.get(consent.id)?.person ?? '',
    }));
  }

  override async pairingsOf(organizationIds: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select pairing_id as id from pairing.consent where organization_id = any($1)
       group by pairing_id order by max(asked_at) desc, pairing_id desc limit $2`,
      [organizationIds, limit],
    );
    return rows.map(({ id }) => id);
  }

  override async move(before: Consent, changes: Partial<Consent>, step: ConsentStep): Promise<boolean> {
    const version = before.version + 1;
    const { affected } = await this.manager.update(
      ConsentEntity,
      { id: before.id, version: before.version, status: before.status },
      { ...changes, version, updatedAt: step.at },
    );
    if (affected !== 1) return false;
    const way = { fromStatus: before.status, toStatus: changes.status ?? before.status };
    await this.manager.insert(ConsentHistoryEntity, { consentId: before.id, version, ...way, ...step });
    return true;
  }

  override toRemind(now: Date, limit: number): Promise<Consent[]> {
    return this.manager
      .createQueryBuilder(ConsentEntity, 'consent')
      .where(`consent.status = 'ASKED' and consent.remindedAt is null and consent.remindAt <= :now`, { now })
      .orderBy('consent.remindAt')
      .limit(limit)
      .getMany();
  }

  override async toSettle(now: Date, limit: number): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select p.id from pairing.pairing p join pairing.consent c on c.pairing_id = p.id and c.round = p.round
       where p.status = 'ASKING' group by p.id
       having bool_or(c.status = 'DECLINED' and (c.side = 'DEMAND' or c.is_lead) and c.stands_at <= $1)
         or (bool_and(c.status <> 'ASKED') and max(c.stands_at) <= $1)
       order by p.id limit $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  override async introduce(pairingId: string, round: number, at: Date): Promise<string> {
    const { identifiers } = await this.manager.insert(IntroductionEntity, {
      ...{ pairingId, round, status: 'RELEASED' as const, releasedAt: at },
    });
    const id = identifiers[0]?.id as string;
    await this.rememberIntroduction(id, 1, { event: 'release', from: null, to: 'RELEASED' }, { actorAccountId: null, note: '', at });
    await release(this.manager, id, at);
    return id;
  }

  override async introductionsOf(pairingIds: readonly string[]): Promise<Introduction[]> {
    if (pairingIds.length === 0) return [];
    return this.manager.find(IntroductionEntity, { where: { pairingId: In([...pairingIds]) }, order: { round: 'DESC' } });
  }

  override async closeIntroduction(
    pairingId: string,
    step: { actorAccountId: string | null; note: string; at: Date },
  ): Promise<string | null> {
    const open = await this.manager.findOneBy(IntroductionEntity, { pairingId, status: 'RELEASED' });
    if (!open) return null;
    await closeReleases(this.manager, open.id, step.at);
    const version = open.version + 1;
    await this.manager.update(IntroductionEntity, { id: open.id }, { status: 'CLOSED', version, closedAt: step.at });
    await this.rememberIntroduction(open.id, version, { event: 'close', from: 'RELEASED', to: 'CLOSED' }, step);
    return open.id;
  }

  private async rememberIntroduction(
    id: string,
    version: number,
    { event, from, to }: { event: string; from: string | null; to: string },
    { actorAccountId, note, at }: { actorAccountId: string | null; note: string; at: Date },
  ): Promise<void> {
    await this.manager.query(
      `insert into pairing.introduction_history (introduction_id, version, event, from_status, to_status, actor_account_id, note, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, version, event, from, to, actorAccountId, note, at],
    );
  }

  override async openAfterEnd(moment: Date, limit: number): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select p.id from pairing.introduction i join pairing.pairing p on p.id = i.pairing_id
       where i.status = 'RELEASED' and p.due_at is null and p.updated_at <= $1 order by p.updated_at limit $2`,
      [moment, limit],
    );
    return rows.map(({ id }) => id);
  }

  override async readable(pairingIds: readonly string[], reader: ContactReader): Promise<Set<string>> {
    return new Set((await openReleases(this.manager, pairingIds, reader)).map(({ pairingId }) => pairingId));
  }

  override async readContacts(pairingId: string, reader: ContactReader, accountId: string, at: Date): Promise<ReleasedContact[]> {
    const found = await openReleases(this.manager, [pairingId], reader);
    await recordReads(this.manager, found, accountId, at);
    return found;
  }
}
