import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { Pairing, PairingMember } from '../domain/pairing';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { PairingRepository, type NewPairing } from '../domain/pairing.repository';
import type { PairingEvent, PairingStatus } from '../domain/pairing-status';
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
    const memberKey = [...new Set(members.map(({ firmId }) => firmId))].sort().join('+');
    const { identifiers } = await this.manager
      .insert(PairingEntity, {
        ...pairing,
        memberKey,
        status: 'ASKING',
        ownerRole: 'X',
        createdAt: at,
        updatedAt: at,
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'one_open_pairing') ? PAIRING_ERRORS.alreadyPaired() : error;
      });
    const pairingId = identifiers[0]?.id as string;
    await this.manager.insert(
      PairingMemberEntity,
      members.map((member) => ({ ...member, pairingId })),
    );
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

  override byId(id: string): Promise<Pairing | null> {
    return this.manager.findOneBy(PairingEntity, { id });
  }

  override membersOf(pairingId: string): Promise<PairingMember[]> {
    return this.manager.find(PairingMemberEntity, { where: { pairingId }, order: { isLead: 'DESC' } });
  }

  override ofScenario(scenarioId: string): Promise<Pairing[]> {
    return this.manager.find(PairingEntity, { where: { scenarioId }, order: { id: 'ASC' } });
  }

  override async ofSuggestion(suggestionId: string, opening: number): Promise<Pairing | null> {
    const rows = await this.manager.findBy(PairingEntity, { suggestionId, opening });
    return rows.find(({ status }) => status !== 'UNDONE') ?? null;
  }

  override async askingOf(kind: 'scenario' | 'capability', subjectId: string): Promise<Pairing[]> {
    const query = this.manager.createQueryBuilder(PairingEntity, 'pairing').where("pairing.status = 'ASKING'");
    if (kind === 'scenario') return query.andWhere('pairing.scenarioId = :subjectId', { subjectId }).getMany();
    return query
      .andWhere(
        `exists (select 1 from pairing.pairing_member m where m.pairing_id = pairing.id and m.capability_id = :subjectId)`,
        { subjectId },
      )
      .getMany();
  }

  override async end(
    before: Pairing,
    to: PairingStatus,
    step: { event: PairingEvent; actorAccountId: string | null; note: string; at: Date },
  ): Promise<boolean> {
    const version = before.version + 1;
    const { affected } = await this.manager.update(
      PairingEntity,
      { id: before.id, version: before.version, status: before.status },
      { status: to, version, dueAt: null, ownerRole: null, nextAction: null, updatedAt: step.at },
    );
    if (affected !== 1) return false;
    const change = { fromStatus: before.status, toStatus: to, ...step };
    await this.manager.insert(PairingHistoryEntity, { pairingId: before.id, version, ...change });
    return true;
  }
}

function isUniqueViolation(error: unknown, constraint: string): boolean {
  const cause = error instanceof QueryFailedError ? (error.driverError as { code?: string; constraint?: string }) : undefined;
  return cause?.code === '23505' && cause.constraint === constraint;
}
