import { REJECT_REASON, type SuggestionRowView } from '@mantianxing/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { Button } from '../../elements/button';
import { SingleKeysChoice } from '../../me/single-keys-choice';
import { RowList } from './bulk-panels';
import { KEY_LIST } from './keys';
import { NoteLine } from './note-line';

/** Reject codes in the order of their keys: 1–9, then 0. */
export const REJECT_CODES = Object.keys(REJECT_REASON) as (keyof typeof REJECT_REASON)[];
export const codeOfDigit = (digit: number): keyof typeof REJECT_REASON =>
  REJECT_CODES[digit === 0 ? 9 : digit - 1]!;

interface NoteProps {
  note: string;
  onNote: (note: string) => void;
}

interface RejectProps extends NoteProps {
  rows: SuggestionRowView[];
  /** The rows are more than the pair being read: then they are all listed. */
  isList: boolean;
  isOther: boolean;
  onCode: (code: keyof typeof REJECT_REASON) => void;
  onCancel: () => void;
}

/** The code picker in the bar. A digit rejects at once; 0 needs a note first. */
export function RejectPanel({ rows, isList, isOther, note, onNote, onCode, onCancel }: RejectProps) {
  const count = rows.length;
  const group = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => group.current?.focus(), []);
  useEffect(() => void (isOther && field.current?.focus()), [isOther]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim()) onCode('OTHER');
  };
  return (
    <form className="bar-panel" onSubmit={submit}>
      {isList ? <RowList rows={rows} label="将驳回的建议" /> : null}
      <div
        ref={group}
        role="group"
        aria-label={count > 1 ? `驳回${count}条的原因` : '驳回原因'}
        tabIndex={-1}
        className="codes"
      >
        {REJECT_CODES.map((code, index) => (
          <Button
            key={code}
            aria-pressed={code === 'OTHER' ? isOther : undefined}
            onClick={() => onCode(code)}
          >
            <kbd>{(index + 1) % 10}</kbd>
            {REJECT_REASON[code]}
          </Button>
        ))}
      </div>
      <div className="bar-note">
        <label>
          补充说明{isOther ? '（必填）' : '（可不填）'}
          <input
            ref={field}
            className="plain-input"
            maxLength={500}
            required={isOther}
            value={note}
            onChange={(e) => onNote(e.target.value)}
          />
        </label>
        {isOther ? (
          <Button type="submit" look="main" disabled={!note.trim()}>
            驳回{count > 1 ? `${count}条` : ''}
          </Button>
        ) : null}
        <Button onClick={onCancel}>
          返回<kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  );
}

interface EvidenceProps extends NoteProps {
  toVerify: readonly string[];
  onApprove: () => void;
  onCancel: () => void;
}

/** Approving over 待核实 asks for one line of evidence. */
export function EvidencePanel({ toVerify, note, onNote, onApprove, onCancel }: EvidenceProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim()) onApprove();
  };
  return (
    <form className="bar-panel" onSubmit={submit}>
      <NoteLine
        {...{ note, onNote, onCancel }}
        label={`待核实：${toVerify.join('、')}。请写一句核实依据`}
        doIt="通过"
        canDo
        autoFocus
      />
    </form>
  );
}

interface EnoughProps {
  title: string;
  approved: number;
  onEnough: () => void;
  onGoOn: () => void;
}

/** At the set number: the rest of the scenario may wait. */
export function EnoughPanel({ title, approved, onEnough, onGoOn }: EnoughProps) {
  return (
    <div className="bar-panel" role="region" aria-label="名额已满">
      <div className="bar-note">
        <p>
          《{title}》已通过{approved}家。其余的可以停下：不算驳回，不通知，对接不成时自动递补。
        </p>
        <Button onClick={onEnough}>
          够了<kbd>Q</kbd>
        </Button>
        <Button onClick={onGoOn}>继续</Button>
      </div>
    </div>
  );
}

export function KeysPanel({ onClose }: { onClose: () => void }) {
  return (
    <div className="bar-panel" role="region" aria-label="快捷键列表">
      <dl className="key-list">
        {KEY_LIST.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="bar-note">
        <SingleKeysChoice />
        <Button onClick={onClose} autoFocus>
          关闭<kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  );
}
