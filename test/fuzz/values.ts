import fc from 'fast-check';
import type { Seeded } from '../faults/seeded';
import type { Heard } from './wire';

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  nullable?: boolean;
}

const ID = /"(\w*[iI]d)":"([0-9a-f]{8}-[0-9a-f-]{27})"/g;
/** Where an id of that name stands, when not in the list it was read from. */
const PLACES: Record<string, string> = { scenarioId: 'scenarios', capabilityId: 'capabilities', suggestionId: 'suggestions', pairingId: 'pairings' };
const WORDS = ['停车场烟火识别', '智慧养老', '应急消防', '星江区应急局', '023-60001234', '不含水管网改造。', '一键审批', 'AI', '物联网'];
/** What breaks programs that trust their input. */
export const NASTY = [
  ...["' or 1=1 --", '"; drop table x; --', '<script>alert(1)</script>', '${7*7}', '{{7*7}}', '../../etc/passwd', '..\\..\\x', '%00', '\u0000', '\u0007\u001b[31m'],
  ...['\ud800', '\udc00\ud800', '\ufeff', '\u202e\u200b', '𠮷'.repeat(40), 'é̂̃'.repeat(30), '=1+1', '@SUM(A1)', 'null', 'NaN', '__proto__', 'constructor', '-1', '1e999', '0x10'],
  ...['9'.repeat(400), 'a'.repeat(70_000), '%', '\\', '%_', '((((', '[', '*', ':a & !b', "a'b:*", '2027-02-30', '0000-00-00', '99999-12-31', '\r\nset-cookie: a=b', 'https://169.254.169.254/', 'file:///etc/passwd'],
];

/** Values by schema, right and wrong, and what answers have taught: ids that exist and the versions they stand at. */
export class Known {
  private readonly ids = new Map<string, string[]>();
  private readonly versions = new Map<string, number>();
  private readonly strings: string[];
  private readonly anything: unknown[];

  constructor(
    seed: number,
    private readonly schemas: Record<string, object>,
  ) {
    const numRuns = 400;
    this.strings = [...NASTY, ...fc.sample(fc.string({ unit: 'binary', maxLength: 120 }), { seed, numRuns })];
    this.anything = fc.sample(fc.jsonValue({ maxDepth: 3 }), { seed, numRuns });
  }

  learn(path: string, { status, contentType, text }: Heard): void {
    if (status !== 200 && status !== 201) return;
    if (!contentType.includes('json')) return;
    for (const [, name, id] of [...text.matchAll(ID)].slice(0, 60) as unknown as [string, string, string][]) {
      const place = name === 'id' ? placeOf(path) : (PLACES[name] ?? name);
      const shelf = this.ids.get(place) ?? [];
      if (!shelf.includes(id)) this.ids.set(place, [...shelf, id].slice(-200));
    }
    for (const [, id, version] of text.matchAll(/"id":"([0-9a-f-]{36})"[^{}]*?"version":(\d+)/g)) this.versions.set(id as string, Number(version));
  }

  /** An id of the list the path belongs to, or of another one. */
  id(path: string, chance: Seeded, name = 'id'): string {
    const shelf = this.ids.get(PLACES[name] ?? (this.ids.has(name) ? name : placeOf(path))) ?? [];
    const others = [...this.ids.values()].flat();
    if (shelf.length > 0 && chance.chance(0.8)) return chance.pick(shelf);
    if (others.length > 0 && chance.chance(0.7)) return chance.pick(others);
    return chance.chance(0.5) ? '0190a0a0-0000-7000-8000-000000000000' : 'ffffffff-ffff-4fff-bfff-ffffffffffff';
  }

  versionOf = (id: string | undefined): number | undefined => (id === undefined ? undefined : this.versions.get(id));

  wrong = (chance: Seeded): unknown => (chance.chance(0.5) ? chance.pick(this.strings) : chance.pick(this.anything));
  text = (chance: Seeded): string => chance.pick(this.strings);

  /** A value the schema allows, mostly. */
  right(schema: Schema, chance: Seeded, hint: { path: string; id?: string; name?: string }): unknown {
    if (schema.$ref) return this.right((this.schemas[schema.$ref.split('/').pop() as string] ?? {}) as Schema, chance, hint);
    if (schema.nullable && chance.chance(0.2)) return null;
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.right(chance.pick(choices), chance, hint);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => this.right(one, chance, hint)));
    if (schema.enum) return chance.pick(schema.enum);
    switch (schema.type) {
      case 'object':
        return this.object(schema, chance, hint);
      case 'array':
        return this.array(schema, chance, hint);
      case 'boolean':
        return chance.chance(0.5);
      case 'integer':
      case 'number':
        return this.number(schema, chance, hint);
      case 'string':
        return this.string(schema, chance, hint);
      default:
        return chance.pick(this.anything);
    }
  }

  private object(schema: Schema, chance: Seeded, hint: { path: string; id?: string }): object {
    const wanted = new Set(schema.required ?? []);
    const entries = Object.entries(schema.properties ?? {}).filter(([name, { format }]) => wanted.has(name) || chance.chance(format === 'uuid' ? 0.1 : 0.6));
    return Object.fromEntries(entries.map(([name, inner]) => [name, this.right(inner, chance, { ...hint, name })]));
  }

  private array(schema: Schema, chance: Seeded, hint: { path: string }): unknown[] {
    const least = schema.minItems ?? 0;
    const length = Math.min(schema.maxItems ?? 4, least + Math.floor(chance.next() * 4));
    return Array.from({ length }, () => this.right(schema.items ?? {}, chance, hint));
  }

  private number(schema: Schema, chance: Seeded, hint: { id?: string; name?: string }): number {
    const version = hint.name === 'version' ? this.versionOf(hint.id) : undefined;
    if (version !== undefined && chance.chance(0.85)) return version;
    const [least, most] = [schema.minimum ?? 0, Math.min(schema.maximum ?? 1000, 2 ** 53 - 1)];
    const drawn = chance.chance(0.2) ? chance.pick([least, most]) : chance.between(least, Math.min(most, least + 50));
    return schema.type === 'integer' ? Math.round(drawn) : drawn || 0.5;
  }

  private string(schema: Schema, chance: Seeded, hint: { path: string; name?: string }): string {
    if (schema.format === 'uuid') return this.id(hint.path, chance, hint.name);
    if (schema.format === 'date') return chance.pick(['2027-10-31', '2026-12-01', '2030-02-28']);
    if (schema.format === 'date-time') return '2027-01-01T08:00:00.000Z';
    if (schema.format === 'email') return 'someone@example.cn';
    if (schema.format === 'uri') return chance.pick(['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0', 'https://example.cn/']);
    const made = chance.chance(0.15) ? this.text(chance) : `${chance.pick(WORDS)}${Math.floor(chance.next() * 1000)}`.repeat(1 + Math.floor(chance.next() * 3));
    const cut = [...made].slice(0, schema.maxLength ?? 2000).join('');
    return cut.length >= (schema.minLength ?? 0) ? cut : cut.padEnd(schema.minLength ?? 0, '满');
  }
}

/** `/api/scenarios/7/approve` belongs to `scenarios`. */
const placeOf = (path: string): string => path.replace(/^\/api/, '').split(/[/?]/)[1] ?? '';
