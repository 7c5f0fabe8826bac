import { useId, useState } from 'react';
import { Button } from './button';

interface AskProps {
  /** What will happen, as a sentence. */
  sentence: string;
  /** Word on the button, verb first. */
  doIt: string;
  /** Asks for one line of reason; the button waits for it. */
  reasonLabel?: string;
  /** Asks for a day: the button waits for it. */
  dayLabel?: string;
  busy?: boolean;
  problem?: string;
  onDo: (reason: string, day: string) => void;
  onCancel: () => void;
}

/** Asks where the button stood: no dialog covers what the question is about (大字版 knows no pop-ups). */
export function AskInPlace({ sentence, doIt, reasonLabel, dayLabel, busy, problem, onDo, onCancel }: AskProps) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const id = useId();
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        onDo(reason.trim(), day);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <p>{sentence}</p>
      {reasonLabel ? (
        <>
          <label htmlFor={id}>{reasonLabel}</label>
          <textarea
            id={id}
            required
            maxLength={500}
            rows={2}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
            autoFocus
          />
        </>
      ) : null}
      {dayLabel ? (
        <>
          <label htmlFor={`${id}-day`}>{dayLabel}</label>
          <input id={`${id}-day`} className="plain-input" type="date" required max="2099-12-31" value={day} onChange={(e) => setDay(e.target.value)} autoFocus />
        </>
      ) : null}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="row-of-buttons">
        <Button
          type="submit"
          look="main"
          disabled={busy || (Boolean(reasonLabel) && !reason.trim()) || (Boolean(dayLabel) && !day)}
          autoFocus={!reasonLabel && !dayLabel}
        >
          {doIt}
        </Button>
        <Button onClick={onCancel}>不了，返回</Button>
      </div>
    </form>
  );
}
