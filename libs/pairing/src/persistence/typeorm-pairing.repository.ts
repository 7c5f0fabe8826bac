import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, QueryFailedError, type EntityManager } from 'typeorm';
import type { DueRow, DueStage } from '@mantianxing/contracts';
import { markDue, TypeormUnitOfWork } from '@mantianxing/database';
import { firmKeyOf, type Pairing, type PairingMember } from '../domain/pairing';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import {
  PairingRepository,
  type DeskCounts,
  type DeskFilter,
  type NamedPairing,
  type NewPairing,
  type PairingChanges,
  type PairingStep,
  type ScenarioTalks,
} from '../domain/pairing.repository';
import { PairingEntity, PairingHistoryEntity, PairingMemberEntity } from './pairing.entities';

@Injectable()
export class TypeormPairingRepository extends PairingRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async form({ members, at, ...pairing }: NewPairing): Promise<string> {
    const memberKey = firmKeyOf(members);
    const fresh = { status: 'ASKING' as const, ownerRole: 'X', createdAt: at, updatedAt: at };
    const { identifiers } = await this.manager.insert(PairingEntity, { ...pairing, ...fresh, memberKey }).catch(refusal);
    const pairingId = identifiers[0]?.id as string;
    await this.manager
      .insert(
        PairingMemberEntity,
        members.map((member) => ({ ...member, pairingId })),
      )
      .catch(refusal);
    await this.manager.insert(PairingHistoryEntity, {
      pairingId,
      version: 1,
      event: 'form',
      fromStatus: null,
      toStatus: 'ASKING',
      actorAccountId: pairing.matchmakerAccountId,
      at,
    });
    return pairingId;
  }

  override async engagedFirms(scenarioId: string, firmIds: readonly string[], besides?: string): Promise<string[]> {
    const rows = await this.manager.query<{ name: string }[]>(
      `select o.name from pairing.open_firm f join organization.organization o on o.id = f.firm_id
       where f.scenario_id = $1 and f.firm_id = any($2) and f.pairing_id is distinct from $3::uuid order by o.name`,
      [scenarioId, firmIds, besides ?? null],
    );
    return rows.map(({ name }) => name);
  }

  override byId(id: string): Promise<Pairing | null> {
    return this.manager.findOneBy(PairingEntity, { id });
  }

  override byIds(ids: readonly string[]): Promise<Pairing[]> {
    return ids.length > 0 ? this.manager.findBy(PairingEntity, { id: In([...ids]) }) : Promise.resolve([]);
  }

  override lock(id: string): Promise<Pairing | null> {
    return this.manager.findOne(PairingEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  override membersOf(pairingId: string): Promise<PairingMember[]> {
    return this.membersOfAll([pairingId]);
  }

  override async membersOfAll(ids: readonly string[]): Promise<PairingMember[]> {
    if (ids.length === 0) return [];
    const where = { pairingId: In([...ids]), leftAt: IsNull() };
    return this.manager.find(PairingMemberEntity, { where, order: { isLead: 'DESC', firmId: 'ASC', capabilityId: 'ASC' } });
  }

  override ofScenario(scenarioId: string): Promise<Pairing[]> {
    return this.manager.find(PairingEntity, { where: { scenarioId }, order: { id: 'ASC' } });
  }

  override talks(scenarioId?: string): Promise<ScenarioTalks[]> {
    return this.manager.query(
      `select scenario_id as "scenarioId", count(*) filter (where due_at is not null)::int as open, max(updated_at) as "changedAt",
              count(*) filter (where due_at is not null and status not in ('ASKING','STALLED'))::int as introduced
       from pairing.pairing where $1::uuid is null or scenario_id = $1 group by 1`,
      [scenarioId ?? null],
    );
  }

  override async ofSuggestion(suggestionId: string, opening: number): Promise<Pairing | null> {
    const rows = await this.manager.findBy(PairingEntity, { suggestionId, opening });
    return rows.find(({ status }) => status !== 'UNDONE') ?? null;
  }

  override async unansweredOf(kind: 'scenario' | 'capability', subjectId: string): Promise<Pairing[]> {
    const query = this.manager.createQueryBuilder(PairingEntity, 'pairing').where("pairing.status in ('ASKING','STALLED')").orderBy('pairing.id');
    if (kind === 'scenario') return query.andWhere('pairing.scenarioId = :subjectId', { subjectId }).getMany();
    return query
      .andWhere(
        `exists (select 1 from pairing.pairing_member m
                 where m.pairing_id = pairing.id and m.capability_id = :subjectId and m.left_at is null)`,
        { subjectId },
      )
      .getMany();
  }

  override overdue(now: Date, limit: number): Promise<Pairing[]> {
    const where = { status: 'ASKING' as const, dueAt: LessThanOrEqual(now) };
    return this.manager.find(PairingEntity, { where, order: { dueAt: 'ASC', id: 'ASC' }, take: limit });
  }

  override markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]> {
    return markDue(this.manager, 'pairing.pairing', { stage, statuses: ['STALLED', 'INTENT'], until, at, limit });
  }

  override async onDesk({ districtCode, statuses, matchmakerAccountId, limit }: DeskFilter): Promise<NamedPairing[]> {
    const rows = await this.manager.find(PairingEntity, {
      where: { districtCode, status: In([...statuses]), ...(matchmakerAccountId && { matchmakerAccountId }) },
      order: { dueAt: { direction: 'ASC', nulls: 'LAST' }, updatedAt: 'DESC', id: 'ASC' },
      take: limit,
    });
    const names = await this.manager.query<{ id: string; name: string }[]>(
      `select a.id, coalesce(p.name, '已注销用户') as name from account.account a join account.person p on p.id = a.person_id
       where a.id = any($1)`,
      [[...new Set(rows.flatMap(({ matchmakerAccountId: id }) => id ?? []))]],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({ ...row, matchmaker: nameOf.get(row.matchmakerAccountId ?? '') ?? '' }));
  }

  override async countOnDesk(districtCode: string, now: Date): Promise<DeskCounts> {
    const [row] = await this.manager.query<DeskCounts[]>(
      `select count(*) filter (where status = 'ASKING')::int as asking, count(*) filter (where status = 'STALLED')::int as stalled,
              count(*) filter (where status = 'INTENT')::int as introduced, count(*) filter (where due_at < $2)::int as overdue
       from pairing.pairing where district_code = $1 and due_at is not null`,
      [districtCode, now],
    );
    return row ?? { asking: 0, stalled: 0, introduced: 0, overdue: 0 };
  }

  override async move(before: Pairing, changes: PairingChanges, step: PairingStep): Promise<boolean> {
    const version = before.version + 1;
    const { affected } = await this.manager
      .update(
        PairingEntity,
        { id: before.id, version: before.version, status: before.status },
        { ...changes, version, updatedAt: step.at },
      )
      .catch(refusal);
    if (affected !== 1) return false;
    const way = { fromStatus: before.status, toStatus: changes.status };
    await this.manager.insert(PairingHistoryEntity, { pairingId: before.id, version, ...way, ...step });
    return true;
  }

  override async takeIn(pairingId: string, newcomers: readonly Pick<PairingMember, 'firmId' | 'capabilityId'>[]): Promise<void> {
    const rows = newcomers.map(({ firmId, capabilityId }) => ({ pairingId, firmId, capabilityId, isLead: false, leftAt: null }));
    await this.manager.upsert(PairingMemberEntity, rows, ['pairingId', 'firmId', 'capabilityId']).catch(refusal);
  }

  override async leaveOut(pairingId: string, firmIds: readonly string[], at: Date): Promise<void> {
    await this.manager.update(PairingMemberEntity, { pairingId, firmId: In([...firmIds]), leftAt: IsNull() }, { leftAt: at });
  }
}

/** The firms, or one of them, are on this scenario already. */
const DOUBLED = ['one_open_pairing', 'one_open_pairing_of_firm'];

function refusal(error: unknown): never {
  const cause = error instanceof QueryFailedError ? (error.driverError as { code?: string; constraint?: string }) : undefined;
  throw cause?.code === '23505' && DOUBLED.includes(cause.constraint ?? '') ? PAIRING_ERRORS.alreadyPaired() : error;
}
