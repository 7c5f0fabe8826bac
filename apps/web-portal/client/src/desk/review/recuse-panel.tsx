import type { SuggestionRowView } from '@mantianxing/contracts';
import { useState, type FormEvent } from 'react';
import { NoteLine } from './note-line';

interface RecuseProps {
  row: SuggestionRowView;
  note: string;
  onNote: (note: string) => void;
  /** The firm one is recused from; undefined for the unit. */
  onRecuse: (firmId: string | undefined) => void;
  onCancel: () => void;
}

/** 回避: with whom, and why. All that party has part in is hidden then, so nothing is chosen beforehand. */
export function RecusePanel({ row, note, onNote, onRecuse, onCancel }: RecuseProps) {
  const [party, setParty] = useState<string | null>(null);
  const firms = [{ firmId: row.firmId, firmName: row.firmName }, ...(row.partners ?? [])];
  const parties = [
    { value: 'UNIT', label: row.organizationName },
    ...firms.map(({ firmId, firmName }) => ({ value: firmId, label: firmName })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (party && note.trim()) onRecuse(party === 'UNIT' ? undefined : party);
  };
  return (
    <form className="bar-panel" onSubmit={submit}>
      <fieldset className="recuse-parties">
        <legend>与哪一方有利害关系？其全部建议和对接都由其他专员办理，您不再看到。</legend>
        {parties.map(({ value, label }, index) => (
          <label key={value}>
            <input
              type="radio"
              name="recuse-party"
              autoFocus={index === 0}
              checked={party === value}
              onChange={() => setParty(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <NoteLine
        {...{ note, onNote, onCancel }}
        label="回避原因（统筹可见）"
        doIt="回避"
        canDo={party !== null}
      />
    </form>
  );
}
