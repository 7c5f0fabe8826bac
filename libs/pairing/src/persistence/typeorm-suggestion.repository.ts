import { Injectable } from '@nestjs/common';
import { ArrayContains, ArrayOverlap, In, type EntityManager } from 'typeorm';
import type { DueRow, DueStage } from '@mantianxing/contracts';
import { DUE_COLUMN, TypeormUnitOfWork } from '@mantianxing/database';
import type { EndedPairing } from '../domain/rematch';
import { memberColumns, proposalKeyOf, type MatchedScenario, type Proposal, type Suggestion } from '../domain/suggestion';
import { UNDECIDED } from '../domain/suggestion-status';
import {
  SuggestionRepository,
  type NamedReview,
  type NewReview,
  type SuggestionFilter,
  type SuggestionStep,
} from '../domain/suggestion.repository';
import { ReviewEntity, SuggestionEntity, SuggestionHistoryEntity } from './suggestion.entities';

/** Of a suggestion `s`: the pairing its present opening led to, where that is over. */
const ENDED = `pairing.pairing p where p.suggestion_id = s.id and p.opening = s.opening and p.status in ('DECLINED','NOT_LANDED','LAPSED')`;

@Injectable()
export class TypeormSuggestionRepository extends SuggestionRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override byId(id: string): Promise<Suggestion | null> {
    return this.manager.findOneBy(SuggestionEntity, { id });
  }

  override byIds(ids: readonly string[]): Promise<Suggestion[]> {
    return ids.length > 0 ? this.manager.findBy(SuggestionEntity, { id: In([...ids]) }) : Promise.resolve([]);
  }

  override async lockScenario(scenarioId: string): Promise<Suggestion[]> {
    // Rows of pairs nobody has proposed yet cannot be locked, hence the lock on the scenario's number.
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [scenarioId]);
    return this.manager.find(SuggestionEntity, { where: { scenarioId } });
  }

  override async insert(scenario: MatchedScenario, proposal: Proposal, dueAt: Date, at: Date): Promise<string> {
    const { score, band, reasons, missing, toVerify, scoreVersion } = proposal;
    const { identifiers } = await this.manager.insert(SuggestionEntity, {
      ...{ score, band, reasons, missing, toVerify, scoreVersion },
      ...memberColumns(proposal),
      districtCode: scenario.districtCode,
      scenarioId: scenario.id,
      memberKey: proposalKeyOf(proposal),
      status: 'OPEN',
      scenarioRevision: scenario.revision,
      scenarioDigest: scenario.digest,
      ownerRole: 'M',
      dueAt,
      createdAt: at,
      updatedAt: at,
      openedAt: at,
    });
    const id = identifiers[0]?.id as string;
    await this.remember(id, 1, null, 'OPEN', { event: 'propose', actorAccountId: null, note: '', at });
    return id;
  }

  override async move(before: Suggestion, changes: Partial<Suggestion>, step: SuggestionStep): Promise<boolean> {
    const version = before.version + 1;
    const { affected } = await this.manager.update(
      SuggestionEntity,
      { id: before.id, version: before.version, status: before.status },
      { ...changes, version, updatedAt: step.at },
    );
    if (affected !== 1) return false;
    await this.remember(before.id, version, before.status, changes.status ?? before.status, step);
    return true;
  }

  private async remember(
    suggestionId: string,
    version: number,
    fromStatus: string | null,
    toStatus: string,
    step: SuggestionStep,
  ): Promise<void> {
    await this.manager.insert(SuggestionHistoryEntity, { suggestionId, version, fromStatus, toStatus, ...step });
  }

  override async refreshScore(id: string, changes: Partial<Suggestion>): Promise<void> {
    await this.manager.update(SuggestionEntity, { id, status: In([...UNDECIDED]) }, changes);
  }

  override list({ districtCode, status, band, scenarioId, limit }: SuggestionFilter): Promise<Suggestion[]> {
    return this.manager.find(SuggestionEntity, {
      where: {
        districtCode,
        ...(status && { status: status as Suggestion['status'] }),
        ...(band && { band: band as Suggestion['band'] }),
        ...(scenarioId && { scenarioId }),
      },
      order: { scenarioId: 'ASC', score: 'DESC', id: 'ASC' },
      take: limit,
    });
  }

  override ofFirms(firmIds: readonly string[], limit: number): Promise<Suggestion[]> {
    if (firmIds.length === 0) return Promise.resolve([]);
    return this.manager.find(SuggestionEntity, {
      where: { firmIds: ArrayOverlap([...firmIds]) },
      order: { score: 'DESC', id: 'ASC' },
      take: limit,
    });
  }

  override undecidedOf(kind: 'scenario' | 'capability', subjectId: string): Promise<Suggestion[]> {
    const side = kind === 'scenario' ? { scenarioId: subjectId } : { capabilityIds: ArrayContains([subjectId]) };
    return this.manager.find(SuggestionEntity, { where: { status: In([...UNDECIDED]), ...side } });
  }

  override async openSides(what: 'suggestion' | 'pairing'): Promise<{ scenarioIds: string[]; capabilityIds: string[] }> {
    const [row] = await this.manager.query<{ scenarioIds: string[]; capabilityIds: string[] }[]>(
      what === 'suggestion'
        ? `select array(select distinct scenario_id::text from pairing.suggestion where status in ('OPEN','HELD')) as "scenarioIds",
             array(select distinct unnest(capability_ids)::text from pairing.suggestion where status in ('OPEN','HELD')) as "capabilityIds"`
        : `select array(select distinct scenario_id::text from pairing.pairing where status = 'ASKING') as "scenarioIds",
             array(select distinct m.capability_id::text from pairing.pairing_member m join pairing.pairing p on p.id = m.pairing_id
               where p.status = 'ASKING') as "capabilityIds"`,
    );
    return row ?? { scenarioIds: [], capabilityIds: [] };
  }

  override unaskedPairings(before: Date): Promise<{ pairingId: string; round: number }[]> {
    return this.manager.query(
      `select p.id as "pairingId", p.round from pairing.pairing p where p.status = 'ASKING' and p.updated_at < $1
         and not exists (select from pairing.consent c where c.pairing_id = p.id and c.round = p.round)`,
      [before],
    );
  }

  override withOthersUndecided(scenarioIds: readonly string[], capabilityId: string): Promise<{ scenarioId: string; revision: number }[]> {
    return this.manager.query(
      `select scenario_id as "scenarioId", max(scenario_revision) as revision from pairing.suggestion
       where status in ('OPEN','HELD') and scenario_id = any($1) and capability_ids <> array[$2::uuid] group by 1`,
      [scenarioIds, capabilityId],
    );
  }

  override async endedPairings(ids: readonly string[]): Promise<Map<string, EndedPairing>> {
    if (ids.length === 0) return new Map();
    const rows = await this.manager.query<(EndedPairing & { id: string })[]>(
      `select s.id, e.status, e.end_reason as "endReason" from pairing.suggestion s, lateral (select p.status, p.end_reason from ${ENDED}) e
       where s.id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, ...ended }) => [id, ended]));
  }

  override async approvedCounts(scenarioIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.manager.query<{ id: string; n: number }[]>(
      `select s.scenario_id as id, count(*)::int as n from pairing.suggestion s
       where s.status = 'APPROVED' and s.scenario_id = any($1) and not exists (select from ${ENDED}) group by 1`,
      [scenarioIds],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  override async exposureOf(firmId: string): Promise<{ suggested: number; introduced: number }> {
    const [row] = await this.manager.query<{ suggested: number; introduced: number }[]>(
      `select (select count(*)::int from pairing.suggestion where firm_ids @> array[$1::uuid]) as suggested,
              (select count(distinct p.id)::int from pairing.pairing_member m join pairing.pairing p on p.id = m.pairing_id
               where m.firm_id = $1::uuid and p.status <> 'UNDONE') as introduced`,
      [firmId],
    );
    return row ?? { suggested: 0, introduced: 0 };
  }

  override markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]> {
    const { column, untold } = DUE_COLUMN[stage];
    return this.manager.query(
      `with due as (
         select id from pairing.suggestion where scenario_id in (
             select scenario_id from pairing.suggestion where due_at <= $1 and ${untold} and status = any($4)
             group by 1 order by min(due_at), 1 limit $3)
           and due_at <= $1 and ${untold} and status = any($4) for update skip locked),
       told as (update pairing.suggestion t set ${column} = $2 from due where t.id = due.id returning t.scenario_id, t.district_code)
       select scenario_id as "subjectId", district_code as "districtCode", count(*)::int as rows from told group by 1, 2`,
      [until, at, limit, ['OPEN']],
    );
  }

  override async dueOf(scenarioId: string, until: Date): Promise<{ rows: number; dueAt: Date } | null> {
    const [row] = await this.manager.query<{ rows: number; dueAt: Date | null }[]>(
      `select count(*)::int as rows, min(due_at) as "dueAt" from pairing.suggestion where scenario_id = $1 and status = 'OPEN' and due_at <= $2`,
      [scenarioId, until],
    );
    return row?.dueAt ? { rows: row.rows, dueAt: row.dueAt } : null;
  }

  override async insertReview(review: NewReview): Promise<void> {
    await this.manager.insert(ReviewEntity, review);
  }

  override async standingReview(suggestionId: string, opening: number): Promise<NamedReview | null> {
    const [review] = await this.reviews(
      `r.suggestion_id = $1 and r.opening = $2 and r.undone_at is null and r.decision <> 'OPINION'`,
      [suggestionId, opening],
    );
    return review ?? null;
  }

  override async lastReviews(suggestionIds: readonly string[]): Promise<Map<string, NamedReview>> {
    if (suggestionIds.length === 0) return new Map();
    const rows = await this.reviews(
      `r.suggestion_id = any($1) and r.undone_at is null and r.decision <> 'OPINION'`,
      [suggestionIds],
    );
    return new Map(rows.map((row) => [row.suggestionId, row]));
  }

  /** In the order of decisions, with the name of the person. */
  private reviews(where: string, parameters: unknown[]): Promise<NamedReview[]> {
    return this.manager.query<NamedReview[]>(
      `select r.id, r.suggestion_id as "suggestionId", r.opening, r.decision, r.reason_code as "reasonCode", r.note,
              r.account_id as "accountId", r.decided_at as "decidedAt", r.undone_at as "undoneAt",
              coalesce(p.name, '已注销用户') as "decidedBy"
       from pairing.review r join account.account a on a.id = r.account_id join account.person p on p.id = a.person_id
       where ${where} order by r.decided_at`,
      parameters,
    );
  }

  override async markUndone(reviewId: string, at: Date): Promise<void> {
    await this.manager.update(ReviewEntity, { id: reviewId }, { undoneAt: at });
  }
}
