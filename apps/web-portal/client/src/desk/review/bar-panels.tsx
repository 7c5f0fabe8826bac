import { REJECT_REASON, type SuggestionRowView } from '@mantianxing/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { BandMark } from '../../elements/bands';
import { Button } from '../../elements/button';
import { SingleKeysChoice } from '../../me/single-keys-choice';
import { KEY_LIST } from './keys';

/** Reject codes in the order of their keys: 1–9, then 0. */
export const REJECT_CODES = Object.keys(REJECT_REASON) as (keyof typeof REJECT_REASON)[];
export const codeOfDigit = (digit: number): keyof typeof REJECT_REASON =>
  REJECT_CODES[digit === 0 ? 9 : digit - 1]!;

interface NoteProps {
  note: string;
  onNote: (note: string) => void;
}

interface RejectProps extends NoteProps {
  count: number;
  isOther: boolean;
  onCode: (code: keyof typeof REJECT_REASON) => void;
  onCancel: () => void;
}

/** The code picker in the bar. A digit rejects at once; 0 needs a note first. */
export function RejectPanel({ count, isOther, note, onNote, onCode, onCancel }: RejectProps) {
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
      <div className="bar-note">
        <label>
          待核实：{toVerify.join('、')}。请写一句核实依据
          <input
            className="plain-input"
            maxLength={500}
            required
            autoFocus
            value={note}
            onChange={(e) => onNote(e.target.value)}
          />
        </label>
        <Button type="submit" look="main" disabled={!note.trim()}>
          通过
        </Button>
        <Button onClick={onCancel}>
          返回<kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  );
}

interface BulkProps {
  rows: SuggestionRowView[];
  leftOut: number;
  onApprove: () => void;
  onCancel: () => void;
}

/** A bulk approval lists every row before it is sent. */
export function BulkApprovePanel({ rows, leftOut, onApprove, onCancel }: BulkProps) {
  const why = leftOut > 0 ? `另有${leftOut}条不是“推荐”或有待核实，请逐条审核。` : '';
  return (
    <div className="bar-panel">
      <p>
        {rows.length > 0 ? `将通过以下${rows.length}条。` : '没有可以批量通过的。'}
        {why}
      </p>
      <ul className="bulk-list" tabIndex={0} aria-label="将通过的建议">
        {rows.map((row) => (
          <li key={row.id}>
            <BandMark band={row.band} score={row.score} /> {row.scenarioTitle} × {row.firmName}{' '}
            {row.capabilityName}
          </li>
        ))}
      </ul>
      <div className="row-of-buttons">
        <Button look="main" disabled={rows.length === 0} onClick={onApprove} autoFocus>
          通过{rows.length}条
        </Button>
        <Button onClick={onCancel}>
          返回<kbd>Esc</kbd>
        </Button>
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
