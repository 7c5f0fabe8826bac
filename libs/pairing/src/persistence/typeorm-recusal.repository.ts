import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { RecusalRepository, type NamedRecusal, type NewRecusal, type Parties, type Recusal } from '../domain/recusal';

const COLUMNS = `r.id, r.district_code as "districtCode", r.account_id as "accountId", r.organization_id as "organizationId",
  r.reason, r.declared_at as "declaredAt", r.ended_at as "endedAt"`;

/** People, organizations and scenarios are other libs' tables, hence plain SQL. */
@Injectable()
export class TypeormRecusalRepository extends RecusalRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async declare({ districtCode, accountId, organizationId, reason, declaredAt }: NewRecusal): Promise<Pick<Recusal, 'id' | 'declaredAt'> & { isNew: boolean }> {
    const standing = 'select id, declared_at as "declaredAt" from pairing.recusal where account_id = $1 and organization_id = $2 and ended_at is null';
    const [made] = await this.manager.query<Recusal[]>(
      `insert into pairing.recusal (district_code, account_id, organization_id, reason, declared_at) values ($1, $2, $3, $4, $5)
       on conflict (account_id, organization_id) where ended_at is null do nothing returning id, declared_at as "declaredAt"`,
      [districtCode, accountId, organizationId, reason, declaredAt],
    );
    const [there] = made ? [made] : await this.manager.query<Recusal[]>(standing, [accountId, organizationId]);
    if (!there) throw new Error('the recusal that stood has ended in this moment');
    return { id: there.id, declaredAt: there.declaredAt, isNew: made !== undefined };
  }

  override async byId(id: string): Promise<Recusal | null> {
    const [row] = await this.manager.query<Recusal[]>(`select ${COLUMNS} from pairing.recusal r where r.id = $1`, [id]);
    return row ?? null;
  }

  override async end(id: string, by: string, at: Date): Promise<boolean> {
    const [, ended] = await this.manager.query<[unknown[], number]>(
      'update pairing.recusal set ended_at = greatest($3::timestamptz, declared_at), ended_by = $2 where id = $1 and ended_at is null',
      [id, by, at],
    );
    return ended === 1;
  }

  override list(districtCode: string, accountId: string | undefined, limit: number): Promise<NamedRecusal[]> {
    const nameOf = (column: string) => `(select coalesce(p.name, '已注销用户') from account.account a join account.person p on p.id = a.person_id where a.id = ${column})`;
    return this.manager.query(
      `select ${COLUMNS}, o.name as "organizationName", ${nameOf('r.account_id')} as person, coalesce(${nameOf('r.ended_by')}, '') as "endedBy"
       from pairing.recusal r join organization.organization o on o.id = r.organization_id
       where r.district_code = $1 and ($2::uuid is null or r.account_id = $2)
       order by r.ended_at is not null, r.declared_at desc, r.id limit $3`,
      [districtCode, accountId ?? null, limit],
    );
  }

  override async unitOf(scenarioId: string): Promise<string | null> {
    const [row] = await this.manager.query<{ id: string }[]>('select organization_id as id from scenario.scenario where id = $1', [scenarioId]);
    return row?.id ?? null;
  }

  override async recusedAmong(accountIds: readonly string[], { scenarioId, firmIds }: Parties): Promise<Set<string>> {
    const rows = await this.manager.query<{ id: string }[]>('select id from unnest($1::uuid[]) as id where pairing.is_recused(id, $2, $3)', [
      ...[accountIds, scenarioId, firmIds],
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  override async open<T extends Parties>(accountId: string, rows: readonly T[]): Promise<T[]> {
    const standing = await this.manager.query<{ id: string }[]>('select organization_id as id from pairing.recusal where account_id = $1 and ended_at is null', [accountId]);
    if (standing.length === 0) return [...rows];
    const from = standing.map(({ id }) => id);
    const theirs = await this.manager.query<{ id: string }[]>('select id from scenario.scenario where organization_id = any($1) and id = any($2)', [
      ...[from, [...new Set(rows.map(({ scenarioId }) => scenarioId))]],
    ]);
    const closed = new Set([...from, ...theirs.map(({ id }) => id)]);
    return rows.filter(({ scenarioId, firmIds }) => !closed.has(scenarioId) && !firmIds.some((id) => closed.has(id)));
  }

  override async undecidedWith(organizationId: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select s.id from pairing.suggestion s where s.status in ('OPEN','HELD')
         and (s.firm_ids @> array[$1::uuid] or s.scenario_id in (select id from scenario.scenario where organization_id = $1))`,
      [organizationId],
    );
    return rows.map(({ id }) => id);
  }
}
