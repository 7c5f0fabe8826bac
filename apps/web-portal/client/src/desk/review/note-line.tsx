import type { ReactNode } from 'react';
import { Button } from '../../elements/button';

interface NoteLineProps {
  label: ReactNode;
  note: string;
  onNote: (note: string) => void;
  /** Word on the button that submits the form around it. */
  doIt: string;
  canDo: boolean;
  autoFocus?: boolean;
  onCancel: () => void;
}

/** A line that must be written, what it is written for, and the way back. */
export function NoteLine({ label, note, onNote, doIt, canDo, autoFocus, onCancel }: NoteLineProps) {
  return (
    <div className="bar-note">
      <label>
        {label}
        <input
          className="plain-input"
          maxLength={500}
          required
          autoFocus={autoFocus}
          value={note}
          onChange={(event) => onNote(event.target.value)}
        />
      </label>
      <Button type="submit" look="main" disabled={!canDo || !note.trim()}>
        {doIt}
      </Button>
      <Button onClick={onCancel}>
        返回<kbd>Esc</kbd>
      </Button>
    </div>
  );
}
