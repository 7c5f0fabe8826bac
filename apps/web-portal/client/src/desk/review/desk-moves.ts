import { BAND_LABEL, type DecisionView, type ReviewQueueView } from '@mantianxing/contracts';
import type { GroupBy } from './address';
import {
  DECISION_WORD, isOpen, loaded, MOST_SELECTED, openAfter, ordered, polled, takeNew,
  type Decision, type DeskState, type Progress,
} from './desk-state';
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
  | { type: 'decide'; ids: string[]; decision: Decision; note?: string }
  | { type: 'settled'; id: string; decision: Decision; view: DecisionView }
  | { type: 'refused'; id: string; cause: string; version?: number }
  | { type: 'overtaken'; id: string; cause: string }
  | { type: 'skip'; ids: string[] }
  | { type: 'unskip'; ids: string[] }
  | { type: 'undoing'; ids: string[] }
  | { type: 'undone'; id: string; version: number }
  | { type: 'undo-refused'; id: string; cause: string };

export function deskReducer(state: DeskState, move: Move): DeskState {
  switch (move.type) {
    case 'loaded': return loaded(state, move.view);
    case 'polled': return polled(state, move.view);
    case 'take-new': return takeNew(state);
    case 'focus': return { ...state, focus: state.focus + 1 };
    case 'go': return goTo(state, move.id);
    case 'step': return step(state, move.by, move.extend ?? false);
    case 'step-group': return stepGroup(state, move.by);
    case 'edge': return goTo(state, ordered(state).at(move.end === 'first' ? 0 : -1)?.id);
    case 'group-by': return { ...state, by: move.by, focus: state.focus + 1, said: move.by === 'firm' ? '按企业' : '按场景' };
    case 'toggle': return select(state, toggled(state.selected, move.id), move.id);
    case 'range': return select(state, [...state.selected, ...between(state, state.anchor ?? state.at, move.id)], state.anchor);
    case 'select-all': return select(state, ordered(state).filter((row) => isOpen(state, row)).map((row) => row.id), state.at);
    case 'clear-selection': return { ...state, selected: [], anchor: null, said: '已取消选中' };
    case 'close-report': return { ...state, bulk: null, trouble: null, focus: state.focus + 1 };
    default: return settle(state, move);
  }
}

/** The moves that follow a decision. */
function settle(state: DeskState, move: Move): DeskState {
  switch (move.type) {
    case 'decide': return decide(state, move.ids, move.decision, move.note);
    case 'settled': return mark(state, move.id, doneOf(move.decision, move.view));
    case 'refused': return refused(state, move.id, move.cause, move.version);
    case 'overtaken': return troubled(mark(state, move.id, { phase: 'overtaken', cause: move.cause, note: noteOf(state, move.id) }), move.id, move.cause);
    case 'skip': return advance(markAll(state, move.ids, { phase: 'skipped' }), move.ids, '已跳过', move.ids);
    case 'unskip': return backTo(unmark(popUndo(state), move.ids), move.ids, '已取消跳过');
    case 'undoing': return undoing(state, move.ids);
    case 'undone': return undone(state, move.id, move.version);
    case 'undo-refused': return undoRefused(state, move.id, move.cause);
    default: return state;
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

const toggled = (ids: readonly string[], id: string) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

function between(state: DeskState, from: string | null, to: string): string[] {
  const ids = ordered(state).map((row) => row.id);
  const [a, b] = [from ? ids.indexOf(from) : -1, ids.indexOf(to)];
  return a < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function select(state: DeskState, ids: readonly string[], anchor: string | null): DeskState {
  const can = new Set(state.rows.filter((row) => isOpen(state, row)).map((row) => row.id));
  const wanted = [...new Set(ids)].filter((id) => can.has(id));
  const selected = wanted.slice(0, MOST_SELECTED);
  const said = wanted.length > MOST_SELECTED ? `一次最多选${MOST_SELECTED}条，已选前${MOST_SELECTED}条` : `已选${selected.length}条`;
  return { ...state, selected, anchor, said };
}

function mark(state: DeskState, id: string, progress: Progress): DeskState {
  return { ...state, progress: { ...state.progress, [id]: progress } };
}
const markAll = (state: DeskState, ids: readonly string[], progress: Progress) =>
  ids.reduce((next, id) => mark(next, id, progress), state);
function unmark(state: DeskState, ids: readonly string[]): DeskState {
  const progress = { ...state.progress };
  for (const id of ids) delete progress[id];
  return { ...state, progress };
}
const withSaid = (state: DeskState, said: string): DeskState => ({ ...state, said });
const troubled = (state: DeskState, id: string, said: string): DeskState => ({ ...state, trouble: id, said });
const popUndo = (state: DeskState): DeskState => ({ ...state, undo: state.undo.slice(0, -1) });
const noteOf = (state: DeskState, id: string) => {
  const now = state.progress[id];
  return now && 'note' in now ? now.note : undefined;
};

function decide(state: DeskState, ids: string[], decision: Decision, note?: string): DeskState {
  const sent = markAll(state, ids, { phase: 'sending', decision, note });
  const isBulk = ids.length > 1;
  const done = isBulk ? `已${DECISION_WORD[decision]}${ids.length}条` : `已${DECISION_WORD[decision]}`;
  const trouble = state.trouble && ids.includes(state.trouble) ? null : state.trouble;
  return { ...advance(sent, ids, done, ids), trouble, bulk: isBulk ? { ids, decision } : null };
}

/** Goes on to the next open row at once; the answer comes behind. */
function advance(state: DeskState, ids: string[], done: string, step: string[]): DeskState {
  const next = openAfter(state, ids.at(-1)!);
  const said = next ? `${done}，下一条：${next.firmName}，${BAND_LABEL[next.band]}` : `${done}，已审完`;
  const selected = state.selected.filter((id) => !ids.includes(id));
  return { ...state, at: next?.id ?? null, selected, anchor: null, undo: [...state.undo, step], focus: state.focus + 1, said };
}

const doneOf = (decision: Decision, view: DecisionView): Progress => ({
  phase: 'done', decision, version: view.version, undoUntil: view.undoUntil ? Date.parse(view.undoUntil) : null, counted: false,
});

function refused(state: DeskState, id: string, cause: string, version?: number): DeskState {
  const note = noteOf(state, id);
  const rows = version === undefined ? state.rows : state.rows.map((row) => (row.id === id ? { ...row, version } : row));
  const undo = state.undo.map((ids) => ids.filter((other) => other !== id)).filter((ids) => ids.length > 0);
  return troubled({ ...mark(state, id, { phase: 'refused', cause, note }), rows, undo }, id, cause);
}

function undoing(state: DeskState, ids: string[]): DeskState {
  const next = ids.reduce((s, id) => {
    const now = s.progress[id];
    return now?.phase === 'done' ? mark(s, id, { ...now, phase: 'undoing' }) : s;
  }, state);
  const bulk = state.bulk?.ids.some((id) => ids.includes(id)) ? null : state.bulk;
  return { ...next, bulk, undo: state.undo.filter((step) => !step.some((id) => ids.includes(id))) };
}

function undone(state: DeskState, id: string, version: number): DeskState {
  const rows = state.rows.map((row) => (row.id === id ? { ...row, version, status: 'OPEN', undoUntil: undefined } : row));
  return backTo(unmark({ ...state, rows }, [id]), [id], '已撤销，回到这一条');
}

function backTo(state: DeskState, ids: string[], said: string): DeskState {
  const id = ids.find((one) => state.rows.some((row) => row.id === one));
  return id ? { ...state, at: id, focus: state.focus + 1, said } : withSaid(state, said);
}

function undoRefused(state: DeskState, id: string, cause: string): DeskState {
  const now = state.progress[id];
  if (now?.phase !== 'undoing') return withSaid(state, cause);
  return withSaid(mark(state, id, { ...now, phase: 'done', counted: true, cause }), cause);
}
