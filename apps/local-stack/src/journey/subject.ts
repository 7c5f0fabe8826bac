import type { Client } from 'pg';
import { PlainError } from '../plain-error';

export type SubjectKind = 'scenario' | 'capability' | 'suggestion' | 'pairing';
export const KIND_LABEL: Record<SubjectKind, string> = {
  scenario: '场景',
  capability: '能力',
  suggestion: '建议',
  pairing: '配对',
};

export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** Everything that belongs to a subject's story. */
export interface Scope extends Subject {
  scenario: string[];
  capability: string[];
  suggestion: string[];
  pairing: string[];
}

const SHOWN = 10;

/** The one subject with this id or beginning of an id (8 characters and more). Throws PlainError. */
export async function findSubject(client: Client, wanted: string): Promise<Subject> {
  const id = wanted.trim().toLowerCase();
  if (!/^[0-9a-f][0-9a-f-]{7,35}$/.test(id)) {
    throw new PlainError(`“${wanted}”不是编号。`, '请给出场景、能力、建议或配对的编号，或它的前8位以上。');
  }
  const kinds = Object.keys(KIND_LABEL) as SubjectKind[];
  const parts = kinds.map((kind) => `select '${kind}' as kind, id from ${SCHEMA[kind]}.${kind} where id::text like $1`);
  const { rows } = await client.query<Subject>(`${parts.join(' union all ')} order by id limit ${SHOWN + 1}`, [`${id}%`]);
  const [first] = rows;
  if (!first) throw new PlainError(`没有编号以 ${id} 开头的场景、能力、建议或配对。`, '请从页面地址里复制完整编号。');
  if (rows.length === 1) return first;
  const several = rows.slice(0, SHOWN).map(({ kind, id: full }) => `  ${KIND_LABEL[kind]} ${full}`);
  throw new PlainError(`编号 ${id} 开头的不止一个，请多写几位：`, `${several.join('\n  ')}${rows.length > SHOWN ? '\n    …' : ''}`);
}

const SCHEMA: Record<SubjectKind, string> = {
  scenario: 'scenario',
  capability: 'capability',
  suggestion: 'pairing',
  pairing: 'pairing',
};

/** SQL that answers the suggestions and pairings of a subject, and the two sides they join. */
const PAIRS: Record<SubjectKind, { suggestions: string; pairings: string }> = {
  scenario: { suggestions: 's.scenario_id = $1', pairings: 'p.scenario_id = $1' },
  capability: {
    suggestions: '$1 = any(s.capability_ids)',
    pairings: 'exists (select 1 from pairing.pairing_member m where m.pairing_id = p.id and m.capability_id = $1)',
  },
  suggestion: { suggestions: 's.id = $1', pairings: 'p.suggestion_id = $1' },
  pairing: { suggestions: 's.id = (select suggestion_id from pairing.pairing where id = $1)', pairings: 'p.id = $1' },
};

/** A list entry brings what was made of it; a suggestion or a pairing brings its two sides as well. */
export async function scopeOf(client: Client, { kind, id }: Subject): Promise<Scope> {
  const where = PAIRS[kind];
  const suggestions = await client.query<{ id: string; scenario_id: string; capability_ids: string[] }>(
    `select s.id, s.scenario_id, s.capability_ids from pairing.suggestion s where ${where.suggestions} order by s.id`,
    [id],
  );
  const pairings = await client.query<{ id: string; scenario_id: string; capability_ids: string[] }>(
    `select p.id, p.scenario_id, array(select m.capability_id from pairing.pairing_member m
       where m.pairing_id = p.id order by m.is_lead desc) as capability_ids
     from pairing.pairing p where ${where.pairings} order by p.id`,
    [id],
  );
  const pairs = [...suggestions.rows, ...pairings.rows];
  const isPair = kind === 'suggestion' || kind === 'pairing';
  const distinct = (ids: string[]) => [...new Set(ids)];
  return {
    ...{ kind, id },
    scenario: kind === 'scenario' ? [id] : isPair ? distinct(pairs.map((pair) => pair.scenario_id)) : [],
    capability: kind === 'capability' ? [id] : isPair ? distinct(pairs.flatMap((pair) => pair.capability_ids)) : [],
    suggestion: suggestions.rows.map((row) => row.id),
    pairing: pairings.rows.map((row) => row.id),
  };
}
