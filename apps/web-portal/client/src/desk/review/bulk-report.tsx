import type { SuggestionRowView } from '@mantianxing/contracts';
import { useState } from 'react';
import { Button } from '../../elements/button';
import { capabilitiesOf, firmsOf } from '../../elements/wording';
import { DECISION_WORD, type DeskState } from './desk-state';

interface ReportProps {
  state: DeskState;
  onUndoAll: () => void;
  onClose: () => void;
}

/** One decision that was not taken: said where the eye is, since the cursor has already moved on. */
export function Trouble({
  state,
  onLook,
  onClose,
}: {
  state: DeskState;
  onLook: (id: string) => void;
  onClose: () => void;
}) {
  const row = state.rows.find((one) => one.id === state.trouble);
  const progress = row && state.progress[row.id];
  if (!row || !progress || !('cause' in progress)) return null;
  return (
    <div className="bar-panel bar-trouble">
      <div className="bar-note">
        <p>
          {firmsOf(row)} {capabilitiesOf(row)}：{progress.cause}
          {'note' in progress && progress.note ? `（您写的“${progress.note}”已保留）` : ''}
        </p>
        <Button onClick={() => onLook(row.id)}>看</Button>
        <Button onClick={onClose}>知道了</Button>
      </div>
    </div>
  );
}

/** 成功48，冲突2 [看], with one step back for all. */
export function BulkReport({ state, onUndoAll, onClose }: ReportProps) {
  const [isOpen, setOpen] = useState(false);
  const { bulk } = state;
  if (!bulk) return null;
  const phase = (id: string) => state.progress[id]?.phase;
  const count = (...phases: string[]) => bulk.ids.filter((id) => phases.includes(phase(id) ?? '')).length;
  const sending = count('sending');
  const failed = bulk.ids.filter((id) => ['overtaken', 'refused'].includes(phase(id) ?? ''));
  const rows = failed.flatMap((id): SuggestionRowView[] => state.rows.filter((row) => row.id === id));
  return (
    <div className="bar-panel" role="status">
      <div className="bar-note">
        <p>
          批量{DECISION_WORD[bulk.decision]}：成功{count('done')}
          {count('overtaken') > 0 ? `，冲突${count('overtaken')}` : ''}
          {count('refused') > 0 ? `，未保存${count('refused')}` : ''}
          {sending > 0 ? `，正在保存${sending}` : ''}
        </p>
        {failed.length > 0 ? (
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            看
          </Button>
        ) : null}
        <Button disabled={count('done') === 0} onClick={onUndoAll}>
          全部撤销<kbd>Z</kbd>
        </Button>
        <Button onClick={onClose}>知道了</Button>
      </div>
      {isOpen ? (
        <ul className="bulk-list">
          {rows.map((row) => {
            const progress = state.progress[row.id];
            return (
              <li key={row.id}>
                {row.scenarioTitle} × {firmsOf(row)}：{progress && 'cause' in progress ? progress.cause : ''}
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
