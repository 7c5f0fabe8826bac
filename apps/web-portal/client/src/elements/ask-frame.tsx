import type { ReactNode } from 'react';
import { Button } from './button';
import { Problem } from './problem';

interface FrameProps {
  /** Word on the button, verb first. */
  doIt: string;
  look?: 'main' | 'danger';
  /** What must be filled in before: the button waits for it. */
  isComplete?: boolean;
  /** The button has the focus, where nothing above it is to be filled in. */
  focusesButton?: boolean;
  busy?: boolean;
  problem?: string;
  onDo: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** A question where its button stood: no dialog covers what it is about (大字版 knows no pop-ups). Escape leaves it. */
export function AskFrame({ doIt, look = 'main', isComplete = true, focusesButton, busy, problem, onDo, onCancel, children }: FrameProps) {
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        onDo();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {children}
      <Problem text={problem} />
      <div className="row-of-buttons">
        <Button type="submit" look={look} disabled={busy || !isComplete} autoFocus={focusesButton}>
          {doIt}
        </Button>
        <Button onClick={onCancel}>不了，返回</Button>
      </div>
    </form>
  );
}
