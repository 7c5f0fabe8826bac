import type { SuggestionRowView } from '@mantianxing/contracts';
import { useState } from 'react';
import { Button } from '../../elements/button';
import type { Decisions } from './use-decisions';

interface AtRestProps {
  row: SuggestionRowView;
  resume: Decisions['resume'];
  onDone: () => void;
}

/** A pair that rests with its scenario: all of it can be taken up again. */
export function AtRest({ row, resume, onDone }: AtRestProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const release = async () => {
    setBusy(true);
    const refused = await resume(row);
    setBusy(false);
    if (refused === null) onDone();
    else setProblem(refused);
  };
  return (
    <div className="reopen">
      <span>{row.statusLabel}：对接不成时自动递补。</span>
      <Button disabled={isBusy} onClick={() => void release()}>
        恢复审核本场景
      </Button>
      {problem ? <span role="alert">{problem}</span> : null}
    </div>
  );
}
