import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { AuditLog, type AuditEntry, type AuditQuery } from '../audit-log';

const PAGE = 1000;
const SELECTED = `
select e.id, e.at, e.via, e.operation, e.account_id as "accountId", e.roles, e.address, e.agent, e.request_id as "requestId",
  e.event_id as "eventId", e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.changes,
  e.position::float8 as position, encode(e.hash, 'hex') as hash,
  case when e.account_id is null then '' else coalesce(p.name, '已注销用户') end as "accountName",
  array(select o.name from organization.organization o where o.id = any(e.organization_ids) order by o.name) as "organizationNames"
from audit.entry e left join account.account a on a.id = e.account_id left join account.person p on p.id = a.person_id`;

/** Ids begin with their moment (UUID version 7), so a span of time is a span of the primary key. */
const FIRST_ID = (place: string) =>
  `(lpad(to_hex((extract(epoch from ${place}::timestamptz) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid`;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class TypeormAuditLog extends AuditLog {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override find(query: AuditQuery, limit: number): Promise<AuditEntry[]> {
    const { where, values } = conditions(query);
    return this.unitOfWork.manager.query<AuditEntry[]>(`${SELECTED} ${where} order by e.id desc limit ${Math.trunc(limit)}`, values);
  }

  override async *stream(query: AuditQuery): AsyncIterable<AuditEntry> {
    for (let after: string | undefined; ; ) {
      const { where, values } = conditions(query, after);
      const page = await this.unitOfWork.manager.query<AuditEntry[]>(`${SELECTED} ${where} order by e.id limit ${PAGE}`, values);
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)?.id;
    }
  }
}

function conditions({ who, action, subjectKind, subjectId, from, until, before }: AuditQuery, after?: string) {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (value: unknown, sql: (place: string) => string) => {
    if (value === undefined || value === '') return;
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  const isId = UUID.test(who ?? '');
  add(isId ? who : undefined, (place) => `(e.account_id = ${place}::uuid or ${place}::uuid = any(e.organization_ids))`);
  add(isId ? undefined : who, (place) => `(a.login = lower(${place}) or p.name = ${place})`);
  add(action, (place) => `e.action = ${place}`);
  add(subjectKind, (place) => `e.subject_kind = ${place}`);
  add(subjectId, (place) => `e.subject_id = ${place}`);
  add(from, (place) => `e.id >= ${FIRST_ID(place)}`);
  add(until, (place) => `e.id < ${FIRST_ID(place)}`);
  add(before, (place) => `e.id < ${place}::uuid`);
  add(after, (place) => `e.id > ${place}::uuid`);
  return { where: parts.length > 0 ? `where ${parts.join(' and ')}` : '', values };
}
