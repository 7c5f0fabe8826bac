import type { ScenarioContent } from '@mantianxing/contracts';
import { SCENARIO_FIELDS } from '../../department/scenario-fields';
import type { FieldSpec } from '../../drafting/field-spec';
import { moneyOf } from '../../elements/wording';
import { qualificationLabel } from '../review/fields';

/** Everything entered, in the order of the form, as label and text. */
export function contentRows(content: ScenarioContent): [string, string][] {
  const values = content as Record<string, unknown>;
  return SCENARIO_FIELDS.filter(({ name }) => name !== 'title')
    .map((spec): [string, string] => [spec.label, textOf(spec, values[spec.name])])
    .filter(([, text]) => text !== '');
}

function textOf({ kind, choices }: FieldSpec, value: unknown): string {
  if (value === undefined || value === null) return '';
  switch (kind) {
    case 'choice':
      return choices?.[String(value)] ?? String(value);
    case 'money':
      return moneyOf(Number(value));
    case 'check':
      return value === true ? '是' : '';
    case 'words':
      return (value as string[]).join('、');
    case 'qualifications':
      return (value as { code: string; level?: string }[]).map(qualificationLabel).join('、');
    default:
      return String(value).trim();
  }
}
