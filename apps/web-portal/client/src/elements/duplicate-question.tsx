import { useId, useState } from 'react';
import { Button } from './button';
import { placeOf, type DuplicateDoubt } from './duplicates';

export const DUPLICATE_QUESTION = 'duplicate-question';

interface QuestionProps {
  doubt: DuplicateDoubt;
  own: readonly { organizationName: string }[];
  side: 'scenarios' | 'capabilities';
  /** Word on the button, verb first. */
  doIt: string;
  busy?: boolean;
  /** Where there is one question on the page only: what takes the focus when it appears. */
  anchor?: string;
  onConfirm: () => void;
}

/** Asked where the refusal stands; the entries can be looked at before answering. */
export function DuplicateQuestion({ doubt, own, side, doIt, busy, anchor, onConfirm }: QuestionProps) {
  const [isLookedAt, setLookedAt] = useState(false);
  const id = useId();
  return (
    <div className="notice duplicate-question" role="alert" tabIndex={-1} id={anchor}>
      <b>{doubt.message}</b>
      {doubt.duplicates.length > 0 ? (
        <ul>
          {doubt.duplicates.map((duplicate) => (
            <li key={duplicate.id}>
              <a href={placeOf(duplicate, own, side)} target="_blank" rel="noreferrer">
                《{duplicate.name}》
              </a>
              <span className="aside figure">
                {duplicate.organizationName} {duplicate.percent}%
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <label htmlFor={id}>
        <input id={id} type="checkbox" checked={isLookedAt} onChange={(e) => setLookedAt(e.target.checked)} />
        我已核对，不是重复
      </label>
      <Button look="main" disabled={!isLookedAt || busy} onClick={onConfirm}>
        {doIt}
      </Button>
    </div>
  );
}
