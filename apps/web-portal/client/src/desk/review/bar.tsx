import type { ReactNode } from 'react';
import { Button } from '../../elements/button';
import { useNow } from '../../elements/now';
import { countdown } from '../../elements/wording';

/** What the bar is asking just now. */
export type BarMode =
  | { kind: 'browse' }
  | { kind: 'reject'; ids: string[]; isList: boolean }
  | { kind: 'evidence'; id: string }
  | { kind: 'bulk-approve'; ids: string[] }
  | { kind: 'recuse'; id: string }
  | { kind: 'keys' };

interface BarProps {
  mayDecide: boolean;
  canDecide: boolean;
  canUndo: boolean;
  /** Until when the last step can be taken back, in milliseconds; null when it has no end (a skip). */
  undoUntil: number | null;
  selected: number;
  place: string;
  isKeysOpen: boolean;
  onApprove: () => void;
  onReject: () => void;
  onSkip: () => void;
  onRecuse: () => void;
  onUndo: () => void;
  onKeys: () => void;
  /** The panel over the bar: reject codes, evidence, bulk list, report or keys. */
  children?: ReactNode;
}

export function Bar(props: BarProps) {
  const { mayDecide, canDecide, canUndo, undoUntil, selected, place, isKeysOpen, children } = props;
  const many = selected > 0 ? `${selected}条` : '';
  return (
    <section id="pane-bar" className="bar" aria-label="操作" tabIndex={-1}>
      {children}
      <div className="bar-line">
        {mayDecide ? (
          <>
            <Button look="main" disabled={!canDecide} onClick={props.onApprove}>
              通过{many}
              <kbd>A</kbd>
            </Button>
            <Button disabled={!canDecide} onClick={props.onReject}>
              驳回{many}
              <kbd>R</kbd>
            </Button>
            <Button disabled={!canDecide} onClick={props.onSkip}>
              跳过{many}
              <kbd>S</kbd>
            </Button>
            <Button disabled={!canDecide || selected > 1} onClick={props.onRecuse}>
              回避
              <kbd>E</kbd>
            </Button>
            <Button disabled={!canUndo} onClick={props.onUndo}>
              撤销
              <kbd>Z</kbd>
              <Left until={undoUntil} />
            </Button>
          </>
        ) : (
          <span className="aside">由撮合专员审核，此处仅供查看。</span>
        )}
        <span className="bar-place aside figure">{place}</span>
        <Button look="quiet" aria-expanded={isKeysOpen} onClick={props.onKeys}>
          全部快捷键
          <kbd>?</kbd>
        </Button>
      </div>
    </section>
  );
}

function Left({ until }: { until: number | null }) {
  const now = useNow(until === null ? null : 1000);
  const left = until === null ? '' : countdown(until, now);
  return left ? <span className="figure bar-left">{left}</span> : null;
}
