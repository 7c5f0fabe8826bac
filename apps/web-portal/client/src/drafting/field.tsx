import { SECTORS } from '@mantianxing/contracts';
import { Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Problem } from '../elements/problem';
import { AMOUNT_PROBLEM, fenFromWan, wanFromFen } from '../elements/wording';
import type { FieldSpec } from './field-spec';
import { GrowingArea } from './growing-area';
import { QualificationsInput, type Asked } from './qualifications-input';

export interface FieldProps {
  spec: FieldSpec;
  value: unknown;
  problem?: string;
  isLocked?: boolean;
  onChange: (name: string, value: unknown) => void;
}

/** Label, hint, control and the sentence about what is wrong, joined for screen readers. */
export function Field(props: FieldProps) {
  const { spec, problem, value } = props;
  const id = `field-${spec.name}`;
  if (spec.kind === 'check') return <Check {...props} id={id} />;
  const size =
    typeof value === 'string' && spec.max && value.length > spec.max * 0.8
      ? `${value.length}/${spec.max}`
      : '';
  return (
    <div className={problem ? 'field field-bad' : 'field'}>
      <label htmlFor={id}>
        {spec.label}
        {spec.isNeeded ? <span className="needed">必填</span> : null}
      </label>
      {spec.hint ? (
        <p className="aside" id={`${id}-hint`}>
          {spec.hint}
        </p>
      ) : null}
      <Control {...props} id={id} />
      <div className="field-foot">
        {problem ? (
          <p className="problem" id={`${id}-problem`}>
            {problem}
          </p>
        ) : null}
        {size ? <span className="aside figure">{size}</span> : null}
      </div>
    </div>
  );
}

type ControlProps = FieldProps & { id: string };

function Control(props: ControlProps): ReactNode {
  const { spec, id, value, problem, isLocked, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const common = {
    id,
    disabled: isLocked,
    status: problem ? ('error' as const) : undefined,
    'aria-invalid': Boolean(problem),
    'aria-describedby':
      [spec.hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined,
    placeholder: spec.placeholder,
  };
  switch (spec.kind) {
    case 'area':
      return (
        <GrowingArea
          {...common}
          value={text}
          onChange={(e) => onChange(spec.name, e.target.value)}
        />
      );
    case 'choice':
      return <Choice {...props} common={common} />;
    case 'words':
      return (
        <Select
          {...common}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', '；', ';']}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(words: string[]) =>
            onChange(spec.name, words.map((word) => word.trim()).filter(Boolean))
          }
        />
      );
    case 'money':
      return <Money {...props} common={common} />;
    case 'date':
      return (
        <Input
          {...common}
          type="date"
          className="narrow"
          value={text}
          onChange={(e) => onChange(spec.name, e.target.value)}
        />
      );
    case 'days':
      return (
        <Input
          {...common}
          className="narrow"
          inputMode="numeric"
          suffix="天"
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(e) =>
            onChange(
              spec.name,
              Number(e.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 4)) || undefined,
            )
          }
        />
      );
    case 'qualifications':
      return (
        <QualificationsInput
          id={id}
          value={(value as Asked[] | undefined) ?? []}
          isLocked={isLocked}
          onChange={(next) => onChange(spec.name, next)}
        />
      );
    case 'sector':
      return (
        <>
          <Input
            {...common}
            className="narrow"
            list={`${id}-list`}
            value={text}
            onChange={(e) => onChange(spec.name, e.target.value)}
          />
          <datalist id={`${id}-list`}>
            {SECTORS.map((sector) => (
              <option key={sector} value={sector} />
            ))}
          </datalist>
        </>
      );
    default:
      return <Input {...common} value={text} onChange={(e) => onChange(spec.name, e.target.value)} />;
  }
}

type Common = { id: string; disabled?: boolean; status?: 'error'; placeholder?: string };

function Choice({ spec, value, common, onChange }: ControlProps & { common: Common }) {
  const options = Object.entries(spec.choices ?? {}).map(([code, label]) => ({ value: code, label }));
  return (
    <Select
      {...common}
      className="narrow"
      allowClear
      options={options}
      value={typeof value === 'string' && value ? value : undefined}
      onChange={(code: string | undefined) => onChange(spec.name, code)}
      placeholder={common.placeholder ?? '请选择'}
    />
  );
}

/** Typed in 万元, kept in fen. What cannot be read stays in the box with the sentence about it. */
function Money({ spec, value, common, onChange }: ControlProps & { common: Common }) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? wanFromFen(value as number | undefined);
  const isBad = shown.trim() !== '' && fenFromWan(shown) === null;
  return (
    <>
      <Input
        {...common}
        className="narrow"
        inputMode="decimal"
        suffix="万元"
        status={isBad ? 'error' : common.status}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(spec.name, fenFromWan(event.target.value) ?? undefined);
        }}
        onBlur={() => !isBad && setTyped(null)}
      />
      <Problem text={isBad ? AMOUNT_PROBLEM : undefined} />
    </>
  );
}

function Check({ spec, value, problem, isLocked, onChange, id }: ControlProps) {
  return (
    <div className={problem ? 'field field-bad' : 'field'}>
      <Checkbox
        id={id}
        disabled={isLocked}
        checked={value === true}
        onChange={(e) => onChange(spec.name, e.target.checked || undefined)}
      >
        {spec.label}
      </Checkbox>
      {spec.hint ? <p className="aside">{spec.hint}</p> : null}
      {problem ? <p className="problem">{problem}</p> : null}
    </div>
  );
}
