import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DueRow, DueStage } from '@mantianxing/contracts';
import { markDue, TypeormUnitOfWork } from '@mantianxing/database';
import { signatureOf } from '@mantianxing/platform';
import type { GateElement } from '../domain/publish-gate';
import { isScenarioLive, type ContactPerson, type Scenario, type ScenarioRecord } from '../domain/scenario';
import { NO_CONTACT } from '../domain/scenario-content';
import type { ScenarioStatus } from '../domain/scenario-status';
import {
  ScenarioRepository,
  type GateEvidence,
  type NewScenario,
  type PublicScenarioFilter,
  type ScenarioStep,
} from '../domain/scenario.repository';
import { comparedText } from '../domain/similar-scenarios';
import { readContacts, writeContact } from './contact-persons';
import { carryEvidence, evidenceOf, keepEvidence } from './gate-evidence';
import { LISTED, ORGANIZATION_NAME, recordsOf, scenarioQuery } from './scenario-records';
import { ScenarioEntity, ScenarioHistoryEntity } from './scenario.entity';

/** `%`, `_` and `\` typed by people are letters, not patterns. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** By its own step; a published entry's date is its deadline, which is no task of anybody's. A draft is nobody's but its writer's. */
const DUE_IN: Record<DueStage, ScenarioStatus[]> = {
  PASSED: ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'],
  ESCALATED: ['SUBMITTED', 'RETURNED', 'APPROVED'],
};

@Injectable()
export class TypeormScenarioRepository extends ScenarioRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async find(id: string): Promise<ScenarioRecord | null> {
    return (await recordsOf(scenarioQuery(this.manager).where('scenario.id = :id', { id })))[0] ?? null;
  }

  override async lock(id: string): Promise<ScenarioRecord | null> {
    // Not the key: rows that point here are written meanwhile.
    await this.manager.query('select from scenario.scenario where id = $1 for no key update', [id]);
    return this.find(id);
  }

  override async insert(
    scenario: NewScenario,
    contact: ContactPerson | undefined,
    step: ScenarioStep,
  ): Promise<string> {
    const contactPersonId = contact ? await writeContact(this.manager, null, contact) : null;
    const { identifiers } = await this.manager.insert(ScenarioEntity, {
      ...scenario,
      contactPersonId,
      textSignature: signatureOf(comparedText(scenario)),
      createdAt: step.at,
      updatedAt: step.at,
    });
    const id = identifiers[0]?.id as string;
    await this.writeHistory(id, 1, step);
    return id;
  }

  override async move(
    before: Scenario,
    after: Scenario,
    contact: ContactPerson | undefined,
    step: ScenarioStep,
  ): Promise<boolean> {
    const version = before.version + 1;
    const { id, createdAt: _created, createdBy: _author, contactPersonId: _contact, ...columns } = after;
    const { organizationName: _name, ...row } = columns as typeof columns & { organizationName?: string };
    const { affected } = await this.manager.update(
      ScenarioEntity,
      { id, version: before.version, status: before.status },
      { ...row, textSignature: signatureOf(comparedText(after)), version, updatedAt: step.at },
    );
    if (affected !== 1) return false;
    if (contact) {
      const contactPersonId = await writeContact(this.manager, before.contactPersonId, contact);
      await this.manager.update(ScenarioEntity, { id }, { contactPersonId });
    }
    await this.writeHistory(id, version, step);
    return true;
  }

  private async writeHistory(scenarioId: string, version: number, step: ScenarioStep): Promise<void> {
    const { from: fromStatus, to: toStatus, ...rest } = step;
    await this.manager.insert(ScenarioHistoryEntity, { ...rest, scenarioId, version, fromStatus, toStatus });
  }

  override markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]> {
    return markDue(this.manager, 'scenario.scenario', { stage, statuses: DUE_IN[stage], until, at, limit });
  }

  override async contactOf({ contactPersonId }: Pick<Scenario, 'contactPersonId'>): Promise<ContactPerson> {
    if (!contactPersonId) return NO_CONTACT;
    return (await readContacts(this.manager, [contactPersonId])).get(contactPersonId) ?? NO_CONTACT;
  }

  override async contactsOf(scenarios: readonly Scenario[]): Promise<Map<string, ContactPerson>> {
    const ids = scenarios.flatMap(({ contactPersonId }) => contactPersonId ?? []);
    const persons = await readContacts(this.manager, ids);
    return new Map(
      scenarios.map(({ id, contactPersonId }) => [id, persons.get(contactPersonId ?? '') ?? NO_CONTACT]),
    );
  }

  override async authorsOf(id: string): Promise<string[]> {
    const rows = await this.manager.query<{ author: string }[]>(
      `select distinct actor_account_id as author from scenario.scenario_history
       where scenario_id = $1 and event in ('create','amend','submit') and actor_account_id is not null`,
      [id],
    );
    return rows.map(({ author }) => author);
  }

  override async lastChange(id: string): Promise<{ at: Date; by: string } | null> {
    const [row] = await this.manager.query<{ at: Date; by: string | null }[]>(
      `select h.at, case when a.id is not null then coalesce(p.name, '已注销用户') end as by from scenario.scenario_history h
       left join account.account a on a.id = h.actor_account_id left join account.person p on p.id = a.person_id
       where h.scenario_id = $1 order by h.version desc limit 1`,
      [id],
    );
    return row ? { at: row.at, by: row.by ?? '系统' } : null;
  }

  override keepEvidence(
    id: string,
    revision: number,
    gate: readonly GateElement[],
    checkedBy: string | null,
    at: Date,
  ): Promise<void> {
    return keepEvidence(this.manager, id, revision, gate, checkedBy, at);
  }

  override carryEvidence(id: string, fromRevision: number, toRevision: number): Promise<void> {
    return carryEvidence(this.manager, id, fromRevision, toRevision);
  }

  override evidenceOf(ids: readonly string[]): Promise<Map<string, GateEvidence[]>> {
    return evidenceOf(this.manager, ids);
  }

  override async isPublisher(organizationId: string, districtCode: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from organization.organization o join organization.organization_side s on s.organization_id = o.id
       where o.id = $1 and o.district_code = $2 and s.side = 'DEMAND'`,
      [organizationId, districtCode],
    );
    return rows.length > 0;
  }

  override ofOrganizations(organizationIds: readonly string[], limit: number): Promise<ScenarioRecord[]> {
    const query = scenarioQuery(this.manager)
      .where('scenario.organization_id = any(:organizationIds)', { organizationIds })
      .andWhere("scenario.status <> 'DISCARDED'");
    return recordsOf(query.orderBy('scenario.updated_at', 'DESC').addOrderBy('scenario.id').limit(limit));
  }

  override inStatus(
    districtCode: string,
    statuses: readonly ScenarioStatus[],
    limit: number,
  ): Promise<ScenarioRecord[]> {
    const query = scenarioQuery(this.manager)
      .where('scenario.district_code = :districtCode', { districtCode })
      .andWhere('scenario.status = any(:statuses)', { statuses });
    return recordsOf(query.orderBy('scenario.due_at').addOrderBy('scenario.id').limit(limit));
  }

  override async listed(filter: PublicScenarioFilter): Promise<{ total: number; items: ScenarioRecord[] }> {
    const { districtCode, title, sector, unit, status, page, pageSize } = filter;
    const query = scenarioQuery(this.manager)
      .where('scenario.district_code = :districtCode', { districtCode })
      .andWhere(LISTED);
    if (title) query.andWhere('scenario.title ilike :title', { title: containing(title) });
    if (sector) query.andWhere('scenario.sector = :sector', { sector });
    // Every listed entry reads 对接中, in talks or not.
    if (status && !isScenarioLive({ status: status as ScenarioStatus })) query.andWhere('false');
    if (unit) {
      query.andWhere(`(scenario.owner_unit ilike :unit or ${ORGANIZATION_NAME} ilike :unit)`, {
        unit: containing(unit),
      });
    }
    const total = await query.getCount();
    query.orderBy('scenario.published_at', 'DESC').addOrderBy('scenario.id', 'DESC');
    return { total, items: await recordsOf(query.limit(pageSize).offset((page - 1) * pageSize)) };
  }

  override digestOf(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }
}
