import type { SuggestionRowView } from '@mantianxing/contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../../elements/button';

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
      <div className="bar-note">
        <label>
          回避原因（统筹可见）
          <input className="plain-input" maxLength={500} required value={note} onChange={(e) => onNote(e.target.value)} />
        </label>
        <Button type="submit" look="main" disabled={!party || !note.trim()}>
          回避
        </Button>
        <Button onClick={onCancel}>
          返回<kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  );
}
