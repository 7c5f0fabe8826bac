import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type Dispatch } from 'react';
import { useAppearance } from '../../appearance/appearance';
import { useNow } from '../../elements/now';
import type { Decisions } from './use-decisions';
import { approvedCount, type DeskState } from './desk-state';
import type { Move } from './desk-moves';
import { itemsOf, scrollFor, topsOf, windowOf, type Group } from './queue-layout';
import { QueueRow } from './queue-row';

/** Pixels, as in review.css: the window is computed, not measured. */
const HEIGHTS = { usual: { head: 36, row: 60 }, large: { head: 48, row: 80 } };

interface QueueProps {
  state: DeskState;
  dispatch: Dispatch<Move>;
  decisions: Decisions;
}

export function Queue({ state, dispatch, decisions }: QueueProps) {
  const { isLarge } = useAppearance();
  const { head, row: rowHeight } = isLarge ? HEIGHTS.large : HEIGHTS.usual;
  const items = useMemo(() => itemsOf(state.rows, state.by), [state.rows, state.by]);
  const tops = useMemo(() => topsOf(items, head, rowHeight), [items, head, rowHeight]);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const now = useNow(30_000);

  const look = useCallback(() => {
    const box = scroller.current;
    if (box) setView({ top: box.scrollTop, height: box.clientHeight });
  }, []);
  useEffect(() => {
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [look]);

  const at = items.findIndex((item) => item.kind === 'row' && item.row.id === state.at);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || at < 0) return;
    const target = scrollFor(tops[at]!, tops[at + 1]!, box.scrollTop, box.clientHeight, head);
    if (target !== null) box.scrollTop = target;
    look();
  }, [at, state.focus, tops, head, look]);

  // The cursor leads the focus, but only where a move asked for it: a filter that moves the cursor while someone
  // types must not take the focus along. Far rows are drawn a render later, hence after every render.
  const led = useRef(0);
  useEffect(() => {
    if (state.focus === led.current) return;
    const target = document.getElementById(state.at ? `row-${state.at}` : 'queue-heading');
    if (!target) return;
    led.current = state.focus;
    target.focus({ preventScroll: true });
  });

  const onGo = useCallback((id: string) => dispatch({ type: 'go', id }), [dispatch]);
  const onToggle = useCallback((id: string) => dispatch({ type: 'toggle', id }), [dispatch]);
  const onUndo = useCallback((id: string) => decisions.undo([id]), [decisions]);

  const drawn = windowOf(tops, view.top, view.height);
  return (
    <div className="queue-scroll" ref={scroller} onScroll={look}>
      <div role="grid" aria-label="待审队列" aria-rowcount={items.length} aria-multiselectable="true">
        <div role="presentation" style={{ height: drawn.before }} />
        {items
          .slice(drawn.from, drawn.to)
          .map((item, offset) =>
            item.kind === 'head' ? (
              <GroupHead
                key={item.group.key}
                group={item.group}
                index={drawn.from + offset + 1}
                state={state}
              />
            ) : (
              <QueueRow
                key={item.row.id}
                row={item.row}
                by={state.by}
                index={drawn.from + offset + 1}
                progress={state.progress[item.row.id]}
                isCurrent={item.row.id === state.at}
                isSelected={state.selected.includes(item.row.id)}
                now={now}
                onGo={onGo}
                onToggle={onToggle}
                onUndo={onUndo}
              />
            ),
          )}
        <div role="presentation" style={{ height: drawn.after }} />
      </div>
    </div>
  );
}

function GroupHead({ group, index, state }: { group: Group; index: number; state: DeskState }) {
  const count =
    state.by === 'scenario'
      ? `（已通过${approvedCount(state, group.key)}/${state.enough}）`
      : `（${group.rows.length}条）`;
  return (
    <div role="row" aria-rowindex={index} className="queue-head">
      <span role="rowheader" aria-colspan={4} title={group.label}>
        <span className="queue-head-label">{group.label}</span>
        {count}
      </span>
    </div>
  );
}
