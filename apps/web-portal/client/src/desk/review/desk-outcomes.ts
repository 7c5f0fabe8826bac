import { BAND_LABEL, type DecisionView, type DeclaredRecusalView, type HeldView } from '@mantianxing/contracts';
import { firmsOf } from '../../elements/wording';
import { DECISION_WORD, openAfter, type Decision, type DeskState, type Progress } from './desk-state';

/** A decision and what became of it. */
export type Outcome =
  | { type: 'decide'; ids: string[]; decision: Decision; note?: string }
  | { type: 'settled'; id: string; decision: Decision; view: DecisionView }
  | { type: 'refused'; id: string; cause: string; version?: number }
  | { type: 'overtaken'; id: string; cause: string }
  | { type: 'skip'; ids: string[] }
  | { type: 'unskip'; ids: string[] }
  | { type: 'stopped' | 'resumed'; rows: HeldView['rows'] }
  | { type: 'recused'; view: DeclaredRecusalView }
  | { type: 'unrecused'; ids: string[] }
  | { type: 'undoing'; ids: string[] }
  | { type: 'undone'; id: string; version: number }
  | { type: 'undo-refused'; id: string; cause: string };

/** The moves that follow a decision. */
export function settle(state: DeskState, move: Outcome): DeskState {
  switch (move.type) {
    case 'decide':
      return decide(state, move.ids, move.decision, move.note);
    case 'settled':
      return mark(state, move.id, doneOf(move.decision, move.view));
    case 'refused':
      return refused(state, move.id, move.cause, move.version);
    case 'overtaken':
      return troubled(
        mark(state, move.id, { phase: 'overtaken', cause: move.cause, note: noteOf(state, move.id) }),
        move.id,
        move.cause,
      );
    case 'skip':
      return advance(markAll(state, move.ids, { phase: 'skipped' }), move.ids, '已跳过', move.ids);
    case 'unskip':
      return backTo(unmark(popUndo(state), move.ids), move.ids, '已取消跳过');
    case 'stopped':
      return stopped(state, move.rows);
    case 'resumed':
      return resumed(state, move.rows);
    case 'recused':
      return recused(state, move.view);
    case 'unrecused':
      return backTo(unmark(withoutStep(state, move.ids), move.ids), move.ids, '已结束回避');
    case 'undoing':
      return undoing(state, move.ids);
    case 'undone':
      return undone(state, move.id, move.version);
    case 'undo-refused':
      return undoRefused(state, move.id, move.cause);
  }
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
/** What was not taken cannot be taken back. */
const troubled = (state: DeskState, id: string, said: string): DeskState => {
  const undo = state.undo.map((ids) => ids.filter((other) => other !== id)).filter((ids) => ids.length > 0);
  return { ...state, undo, trouble: id, said };
};
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
  const said = next ? `${done}，下一条：${firmsOf(next)}，${BAND_LABEL[next.band]}` : `${done}，已审完`;
  const selected = state.selected.filter((id) => !ids.includes(id));
  return {
    ...state,
    at: next?.id ?? null,
    selected,
    anchor: null,
    undo: [...state.undo, step],
    focus: state.focus + 1,
    said,
  };
}

/** The scenario's open rows rest; on to the next scenario. */
function stopped(state: DeskState, rows: HeldView['rows']): DeskState {
  const shown = rows.filter(({ id }) => state.rows.some((row) => row.id === id));
  const ids = shown.map(({ id }) => id);
  const said = `已停止本场景，其余${rows.length}条不再审核`;
  const held = shown.reduce((next, { id, version }) => mark(next, id, { phase: 'held', version }), state);
  return ids.length > 0 ? advance(held, ids, said, ids) : withSaid(state, said);
}

/** All that party has part in leaves this person's hands at once. */
function recused(state: DeskState, { id, hidden, undoUntil }: DeclaredRecusalView): DeskState {
  const ids = hidden.filter((one) => state.rows.some((row) => row.id === one));
  const gone = markAll(state, ids, { phase: 'recused', recusal: id, undoUntil: Date.parse(undoUntil) });
  return advance(gone, ids, `已回避${ids.length}条，由其他专员办理`, ids);
}

const withoutStep = (state: DeskState, ids: readonly string[]): DeskState => ({ ...state, undo: state.undo.filter((step) => !step.some((id) => ids.includes(id))) });

function resumed(state: DeskState, given: HeldView['rows']): DeskState {
  const ids = given.map(({ id }) => id);
  const rows = state.rows.map((row) => ({ ...row, version: given.find(({ id }) => id === row.id)?.version ?? row.version }));
  return backTo(unmark({ ...withoutStep(state, ids), rows }, ids), ids, `已恢复本场景，${ids.length}条回到待审核`);
}

const doneOf = (decision: Decision, view: DecisionView): Progress => ({
  phase: 'done',
  decision,
  version: view.version,
  undoUntil: view.undoUntil ? Date.parse(view.undoUntil) : null,
  counted: false,
});

function refused(state: DeskState, id: string, cause: string, version?: number): DeskState {
  const note = noteOf(state, id);
  const rows =
    version === undefined ? state.rows : state.rows.map((row) => (row.id === id ? { ...row, version } : row));
  return troubled({ ...mark(state, id, { phase: 'refused', cause, note }), rows }, id, cause);
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
  const rows = state.rows.map((row) =>
    row.id === id ? { ...row, version, status: 'OPEN', undoUntil: undefined } : row,
  );
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
