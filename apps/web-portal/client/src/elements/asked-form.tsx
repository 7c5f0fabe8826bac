import { useState, type FormEvent, type ReactNode } from 'react';
import { Refusal, sentenceOf } from '../api/client';
import '../drafting/drafting.css';
import { Button } from './button';
import { Problem } from './problem';

export interface AskedField {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'password' | 'email';
  autoComplete?: string;
  maxLength?: number;
  optional?: boolean;
}

interface AskedFormProps<Made> {
  id: string;
  title: string;
  fields: AskedField[];
  doIt: string;
  /** Checked before anything is sent: a sentence for a field that is wrong. */
  check?: (values: Record<string, string>) => Record<string, string>;
  send: (values: Record<string, string>) => Promise<Made>;
  onDone: (made: Made) => void;
  onCancel?: () => void;
  children?: ReactNode;
}

/** A few fields and one button; the server's sentences stand at the field they are about. */
export function AskedForm<Made>(props: AskedFormProps<Made>) {
  const { id, title, fields, doIt, check, send, onDone, onCancel, children } = props;
  const [values, setValues] = useState<Record<string, string>>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = fields.filter(({ name, optional }) => !optional && !values[name]?.trim());
    const unlike = fields.filter(({ name, type }) => type === 'email' && values[name]?.trim() && !/^\S+@\S+\.\S+$/.test(values[name].trim()));
    const wrong = {
      ...Object.fromEntries(missing.map(({ name, label }) => [name, `请填写${label}。`])),
      ...Object.fromEntries(unlike.map(({ name }) => [name, '请填写完整的邮箱，例如xinxi@example.cn。'])),
      ...check?.(values),
    };
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      onDone(await send(values));
    } catch (error) {
      const named = error instanceof Refusal ? error.problem.problems.filter(({ field }) => fields.some(({ name }) => name === field)) : [];
      setFaults(named.length > 0 ? Object.fromEntries(named.map(({ field, message }) => [field, message])) : { '': sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };
  const change = (name: string, value: string) => {
    setValues((now) => ({ ...now, [name]: value }));
    setFaults((now) => Object.fromEntries(Object.entries(now).filter(([field]) => field !== name)));
  };
  return (
    <form noValidate className="form-section asked-form" aria-labelledby={`${id}-title`} onSubmit={(event) => void submit(event)}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
      {fields.map(({ name, label, hint, type = 'text', autoComplete = 'off', maxLength = 200, optional }) => (
        <div key={name} className={faults[name] ? 'field field-bad' : 'field'}>
          <label htmlFor={`${id}-${name}`}>
            {label}
            {optional ? null : <span className="needed">必填</span>}
          </label>
          {hint ? <p className="aside">{hint}</p> : null}
          <input
            id={`${id}-${name}`}
            className="plain-input"
            {...{ type, autoComplete, maxLength }}
            spellCheck={false}
            value={values[name] ?? ''}
            aria-invalid={Boolean(faults[name])}
            aria-describedby={faults[name] ? `${id}-${name}-fault` : undefined}
            onChange={(event) => change(name, event.target.value)}
          />
          {faults[name] ? (
            <p className="problem" role="alert" id={`${id}-${name}-fault`}>
              {faults[name]}
            </p>
          ) : null}
        </div>
      ))}
      <Problem text={faults['']} />
      <div className="row-of-buttons">
        <Button type="submit" look="main" disabled={isBusy}>
          {doIt}
        </Button>
        {onCancel ? <Button onClick={onCancel}>不了，返回</Button> : null}
      </div>
    </form>
  );
}
