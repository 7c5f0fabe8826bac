import { CAPABILITY_STATUS, PAIRING_STATUS, SCENARIO_STATUS, SUGGESTION_STATUS } from '@mantianxing/contracts';
import type { Client } from 'pg';
import { KIND_LABEL, type Scope } from './subject';

export interface Names {
  of: (id: string) => string;
  /** The head of the page: what this journey is about. */
  heading: string;
}

const STATUS: Record<Scope['kind'], Record<string, string>> = {
  scenario: SCENARIO_STATUS,
  capability: CAPABILITY_STATUS,
  suggestion: SUGGESTION_STATUS,
  pairing: PAIRING_STATUS,
};

const NAMES = `
  select s.id, '《' || s.title || '》' as name, s.status, o.name as of
  from scenario.scenario s join organization.organization o on o.id = s.organization_id where s.id = any($1)
  union all
  select c.id, '“' || c.name || '”', c.status, o.name
  from capability.capability c join organization.organization o on o.id = c.firm_id where c.id = any($2)
  union all
  select g.id, '建议 ' || (select string_agg('“' || c.name || '”', '+') from capability.capability c where c.id = any(g.capability_ids)),
    g.status, (select s.title from scenario.scenario s where s.id = g.scenario_id)
  from pairing.suggestion g where g.id = any($3)
  union all
  select p.id, '配对 ' || (select string_agg('“' || c.name || '”', '+') from pairing.pairing_member m
      join capability.capability c on c.id = m.capability_id where m.pairing_id = p.id),
    p.status, (select s.title from scenario.scenario s where s.id = p.scenario_id)
  from pairing.pairing p where p.id = any($4)
  union all
  select c.id, '征询 ' || o.name, c.status, '' from pairing.consent c
  join organization.organization o on o.id = c.organization_id where c.pairing_id = any($4)
  union all
  select i.id, '引荐', i.status, '' from pairing.introduction i where i.pairing_id = any($4)`;

/** What the subjects of a journey are called. */
export async function readNames(client: Client, scope: Scope): Promise<Names> {
  const { rows } = await client.query<{ id: string; name: string; status: string; of: string }>(NAMES, [
    ...[scope.scenario, scope.capability, scope.suggestion, scope.pairing],
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const own = byId.get(scope.id);
  const status = own ? (STATUS[scope.kind][own.status] ?? own.status) : '';
  return {
    of: (id) => {
      const { name = id, of = '' } = byId.get(id) ?? {};
      return of && scope.kind === 'capability' && !scope.capability.includes(id) ? `${name}×《${of}》` : name;
    },
    heading: `${KIND_LABEL[scope.kind]} ${own?.name.replace(/^(建议|配对) /, '') ?? ''} ${own?.of ?? ''} · ${status}\n编号 ${scope.id}`,
  };
}
