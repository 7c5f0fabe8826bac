import { useId, useState } from 'react';
import { AskFrame } from './ask-frame';

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

/** Asks whether to, and for a reason or a day where one is due. */
export function AskInPlace({ sentence, doIt, reasonLabel, dayLabel, busy, problem, onDo, onCancel }: AskProps) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const id = useId();
  return (
    <AskFrame
      {...{ doIt, busy, problem, onCancel }}
      isComplete={(!reasonLabel || Boolean(reason.trim())) && (!dayLabel || Boolean(day))}
      focusesButton={!reasonLabel && !dayLabel}
      onDo={() => onDo(reason.trim(), day)}
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
    </AskFrame>
  );
}
