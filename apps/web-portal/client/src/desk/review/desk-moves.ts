import type { ReviewQueueView } from '@mantianxing/contracts';
import type { GroupBy } from './address';
import { settle, type Outcome } from './desk-outcomes';
import { isOpen, loaded, MOST_SELECTED, ordered, polled, takeNew, type DeskState } from './desk-state';
import { groupRows } from './queue-layout';

export type Move =
  | { type: 'loaded' | 'polled'; view: ReviewQueueView }
  | { type: 'take-new' }
  | { type: 'go'; id: string }
  | { type: 'step'; by: 1 | -1; extend?: boolean }
  | { type: 'step-group'; by: 1 | -1 }
  | { type: 'edge'; end: 'first' | 'last' }
  | { type: 'group-by'; by: GroupBy }
  | { type: 'toggle' | 'range'; id: string }
  | { type: 'select-all' | 'clear-selection' | 'close-report' | 'focus' }
  | Outcome;

export function deskReducer(state: DeskState, move: Move): DeskState {
  switch (move.type) {
    case 'loaded':
      return loaded(state, move.view);
    case 'polled':
      return polled(state, move.view);
    case 'take-new':
      return takeNew(state);
    case 'focus':
      return { ...state, focus: state.focus + 1 };
    case 'go':
      return goTo(state, move.id);
    case 'step':
      return step(state, move.by, move.extend ?? false);
    case 'step-group':
      return stepGroup(state, move.by);
    case 'edge':
      return goTo(state, ordered(state).at(move.end === 'first' ? 0 : -1)?.id);
    case 'group-by':
      return {
        ...state,
        by: move.by,
        focus: state.focus + 1,
        said: move.by === 'firm' ? '按企业' : '按场景',
      };
    case 'toggle':
      return select(state, toggled(state.selected, move.id), move.id);
    case 'range':
      return select(
        state,
        [...state.selected, ...between(state, state.anchor ?? state.at, move.id)],
        state.anchor,
      );
    case 'select-all':
      return select(
        state,
        ordered(state)
          .filter((row) => isOpen(state, row))
          .map((row) => row.id),
        state.at,
      );
    case 'clear-selection':
      return { ...state, selected: [], anchor: null, said: '已取消选中' };
    case 'close-report':
      return { ...state, bulk: null, trouble: null, focus: state.focus + 1 };
    default:
      return settle(state, move);
  }
}

function goTo(state: DeskState, id: string | undefined): DeskState {
  if (!id || !state.rows.some((row) => row.id === id)) return state;
  return { ...state, at: id, focus: state.focus + 1 };
}

function step(state: DeskState, by: 1 | -1, extend: boolean): DeskState {
  const rows = ordered(state);
  const here = rows.findIndex((row) => row.id === state.at);
  const target = here < 0 ? rows[0] : rows[here + by];
  if (!target) return state;
  const moved = goTo(state, target.id);
  if (!extend) return moved;
  const anchor = state.anchor ?? state.at;
  return select(moved, [...state.selected, ...between(state, anchor, target.id)], anchor);
}

function stepGroup(state: DeskState, by: 1 | -1): DeskState {
  const groups = groupRows(state.rows, state.by);
  const here = groups.findIndex((group) => group.rows.some((row) => row.id === state.at));
  return goTo(state, groups[here + by]?.rows[0]?.id);
}

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

function between(state: DeskState, from: string | null, to: string): string[] {
  const ids = ordered(state).map((row) => row.id);
  const [a, b] = [from ? ids.indexOf(from) : -1, ids.indexOf(to)];
  return a < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function select(state: DeskState, ids: readonly string[], anchor: string | null): DeskState {
  const can = new Set(state.rows.filter((row) => isOpen(state, row)).map((row) => row.id));
  const wanted = [...new Set(ids)].filter((id) => can.has(id));
  const selected = wanted.slice(0, MOST_SELECTED);
  const said =
    wanted.length > MOST_SELECTED
      ? `一次最多选${MOST_SELECTED}条，已选前${MOST_SELECTED}条`
      : `已选${selected.length}条`;
  return { ...state, selected, anchor, said };
}
